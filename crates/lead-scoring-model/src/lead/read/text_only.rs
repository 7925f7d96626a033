//! What is a text and nothing else: the names in a map, the items of a set.

use super::fault::Fault;
use serde::ser::{Impossible, Serialize, Serializer};

/// Hands a text on; `None` where the value is none.
pub(super) struct TextOnly<F>(pub(super) F);

macro_rules! no_text {
    ($($method:ident: $kind:ty),*) => {$(
        fn $method(self, _: $kind) -> Result<Option<R>, Fault> {
            Ok(None)
        }
    )*};
}

macro_rules! no_text_at_all {
    ($($method:ident($($kind:ty),*) -> $part:ident),*) => {$(
        fn $method(self, $(_: $kind),*) -> Result<Self::$part, Fault> {
            Err(Fault::NoNames)
        }
    )*};
}

impl<F: FnOnce(&str) -> R, R> Serializer for TextOnly<F> {
    type Ok = Option<R>;
    type Error = Fault;
    type SerializeSeq = Impossible<Option<R>, Fault>;
    type SerializeTuple = Impossible<Option<R>, Fault>;
    type SerializeTupleStruct = Impossible<Option<R>, Fault>;
    type SerializeTupleVariant = Impossible<Option<R>, Fault>;
    type SerializeMap = Impossible<Option<R>, Fault>;
    type SerializeStruct = Impossible<Option<R>, Fault>;
    type SerializeStructVariant = Impossible<Option<R>, Fault>;

    no_text!(
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_i128: i128, serialize_u128: u128, serialize_bytes: &[u8], serialize_unit_struct: &'static str
    );

    no_text_at_all!(
        serialize_seq(Option<usize>) -> SerializeSeq,
        serialize_tuple(usize) -> SerializeTuple,
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant,
        serialize_map(Option<usize>) -> SerializeMap,
        serialize_struct(&'static str, usize) -> SerializeStruct,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant
    );

    fn serialize_str(self, text: &str) -> Result<Option<R>, Fault> {
        Ok(Some((self.0)(text)))
    }

    fn serialize_char(self, c: char) -> Result<Option<R>, Fault> {
        self.serialize_str(c.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Option<R>, Fault> {
        self.serialize_str(variant)
    }

    fn serialize_none(self) -> Result<Option<R>, Fault> {
        Ok(None)
    }

    fn serialize_unit(self) -> Result<Option<R>, Fault> {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Option<R>, Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Option<R>, Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Option<R>, Fault> {
        Ok(None)
    }
}
