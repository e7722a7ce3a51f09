//! The reports and files.

use alloc::string::String;
use serde::Serialize;

/// The reports that were wanted.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ReportsShown {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schedule_csv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schedule_csv_fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) measures_csv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) measures_csv_fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) instalments_ics: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) comparison_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) comparison_markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) comparison_html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interest_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interest_markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interest_html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interest_csv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interest_csv_fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) audit_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) audit_markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) audit_html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadlines_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadlines_markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadlines_html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadlines_csv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadlines_csv_fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadlines_ics: Option<String>,
}
