//! Bounds that a request must keep before it is read.

use crate::error::{Detail, Error, ErrorCode, Result};

/// The largest request, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// The deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 32;

/// The most items of one list.
pub const MAX_ITEMS: usize = 500;

/// The most debts of one case.
pub const MAX_DEBTS: usize = 10_000;

/// The text of a request, if it keeps the bounds.
pub(crate) fn checked(bytes: &[u8]) -> Result<&str> {
    let number = |count: usize| Detail::Number(i64::try_from(count).unwrap_or(i64::MAX));
    if bytes.len() > MAX_BYTES {
        return Err(Error::new(ErrorCode::DocumentTooLarge).with("bound", number(MAX_BYTES)));
    }
    let text = core::str::from_utf8(bytes)
        .map_err(|e| Error::new(ErrorCode::DocumentNotUtf8).with("at", number(e.valid_up_to())))?;
    if text.trim_ascii().is_empty() {
        return Err(Error::new(ErrorCode::DocumentEmpty));
    }
    if deepest(text.as_bytes()) > MAX_DEPTH {
        return Err(Error::new(ErrorCode::DocumentTooDeep).with("bound", number(MAX_DEPTH)));
    }
    Ok(text)
}

/// How deep brackets nest, outside strings.
fn deepest(text: &[u8]) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in text {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth = depth.saturating_add(1);
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
