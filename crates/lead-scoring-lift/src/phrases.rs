//! The labels of bins as other languages may say them.

use lead_scoring_core::phrases;

phrases! {
    /// The bin of missing values.
    NOT_RECORDED = "lift-not-recorded": "not recorded";
    YES = "lift-yes": "yes";
    NO = "lift-no": "no";
    ANY_VALUE = "lift-any-value": "any value";
    UNDER = "lift-under": "under {to}";
    OR_MORE = "lift-or-more": "{from} or more";
    AT_LEAST = "lift-at-least": "at least {from}";
    /// Both ends belong to it.
    TO = "lift-to": "{from} to {to}";
    TO_UNDER = "lift-to-under": "{from} to under {to}";
    VALUE_ZERO = "lift-value-zero": "the value 0";
    /// `few` says whether it is one digit.
    DIGITS = "lift-digits": "{digits} significant {few|digit|digits}";
    DIGITS_AT_MOST = "lift-digits-at-most": "at most {digits} significant {few|digit|digits}";
    DIGITS_TO = "lift-digits-to": "{from} to {to} significant digits";
    DIGITS_OR_MORE = "lift-digits-or-more": "{from} or more significant digits";
    ANY_OTHER_COMBINATION = "lift-any-other-combination": "any other combination";
}
