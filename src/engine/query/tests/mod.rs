//! Is a query read as people expect, and written so that it reads back the same?

mod examples;
mod properties;
