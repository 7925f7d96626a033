//! Where in a lead one stands while it is taken apart.

use super::Reader;
use super::fault::Fault;
use super::text_only::TextOnly;
use crate::lead::ValueKind;
use crate::lead::found::Items;
use crate::lead::slot::Slot;
use serde::ser::{self, Serialize, Serializer};

/// A value that is to be read.
pub(super) struct Place<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) target: Target,
}

/// What a value is for.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// It is the lead itself.
    Lead,
    /// The model reads it, as the field at this position.
    Field(usize),
    /// The model does not read it, but may read what is inside.
    Elsewhere,
}

impl<'r, 'a> Place<'r, 'a> {
    /// Where a value of this form goes; `None` where the model does not read it.
    #[inline]
    fn slot(&self, kind: ValueKind) -> Result<Option<&'a Slot>, Fault> {
        match self.target {
            Target::Field(at) => match self.reader.slots.get(at) {
                Some(slot) if slot.takes(kind) => Ok(Some(slot)),
                _ => Err(Fault::Form(at, kind.words())),
            },
            Target::Lead => Err(Fault::NoNames),
            Target::Elsewhere => Ok(None),
        }
    }

    #[inline]
    fn number(self, number: f64) -> Result<(), Fault> {
        if let Some(slot) = self.slot(ValueKind::Number)? {
            self.reader.found.number(slot, number.to_bits());
        }
        Ok(())
    }

    /// A value that no model reads.
    fn other(self, form: &'static str) -> Result<(), Fault> {
        match self.target {
            Target::Lead => Err(Fault::NoNames),
            Target::Field(at) => Err(Fault::Form(at, form)),
            Target::Elsewhere => Ok(()),
        }
    }

    /// Nothing: a missing value.
    fn missing(self) -> Result<(), Fault> {
        match self.target {
            Target::Lead => return Err(Fault::NoNames),
            Target::Field(at) => {
                if let Some(slot) = self.reader.slots.get(at) {
                    self.reader.found.missing(slot);
                }
            }
            Target::Elsewhere => {}
        }
        Ok(())
    }

    fn list(self) -> Result<List<'r, 'a>, Fault> {
        let slot = self.slot(ValueKind::Items)?;
        let at = if let Target::Field(at) = self.target { at } else { 0 };
        Ok(List { items: slot.map(|slot| self.reader.found.set(slot)), at })
    }

    fn entries(self) -> Result<Entries<'r, 'a>, Fault> {
        match self.target {
            Target::Field(at) => Err(Fault::Form(at, "a group of fields")),
            _ => Ok(Entries { reader: self.reader, next: Target::Elsewhere }),
        }
    }

    /// The same value under a name of its own, as variants with data are in JSON.
    fn named(self, name: &str) -> Result<Place<'r, 'a>, Fault> {
        let Entries { reader, .. } = self.entries()?;
        let target = reader.target(name)?;
        Ok(Place { reader, target })
    }
}

macro_rules! numbers {
    ($($method:ident: $number:ty),*) => {$(
        #[inline]
        fn $method(self, number: $number) -> Result<(), Fault> {
            self.number(number as f64)
        }
    )*};
}

impl<'r, 'a> Serializer for Place<'r, 'a> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = List<'r, 'a>;
    type SerializeTuple = List<'r, 'a>;
    type SerializeTupleStruct = List<'r, 'a>;
    type SerializeTupleVariant = List<'r, 'a>;
    type SerializeMap = Entries<'r, 'a>;
    type SerializeStruct = Entries<'r, 'a>;
    type SerializeStructVariant = Entries<'r, 'a>;

    numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
        serialize_f32: f32, serialize_f64: f64
    );

    #[inline]
    fn serialize_bool(self, flag: bool) -> Result<(), Fault> {
        if let Some(slot) = self.slot(ValueKind::Flag)? {
            self.reader.found.flag(slot, flag);
        }
        Ok(())
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<(), Fault> {
        if let Some(slot) = self.slot(ValueKind::Text)? {
            self.reader.found.text(slot, text, &mut self.reader.known);
        }
        Ok(())
    }

    fn serialize_char(self, c: char) -> Result<(), Fault> {
        self.serialize_str(c.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Fault> {
        self.serialize_str(variant)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Fault> {
        self.other("bytes")
    }

    fn serialize_none(self) -> Result<(), Fault> {
        self.missing()
    }

    fn serialize_unit(self) -> Result<(), Fault> {
        self.missing()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Fault> {
        self.other("empty")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        value.serialize(self.named(variant)?)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Fault> {
        self.list()
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Fault> {
        self.list()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Fault> {
        self.list()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Fault> {
        self.named(variant)?.list()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Fault> {
        self.entries()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Fault> {
        self.entries()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Fault> {
        self.named(variant)?.entries()
    }
}

/// A list: the items of a set, or of no account.
pub(super) struct List<'r, 'a> {
    items: Option<Items<'r, 'a>>,
    /// The position of the field.
    at: usize,
}

impl List<'_, '_> {
    fn add<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Fault> {
        let Some(items) = &mut self.items else { return Ok(()) };
        match item.serialize(TextOnly(|text: &str| items.add(text))) {
            Ok(Some(())) => Ok(()),
            Err(Fault::Refused) => Err(Fault::Refused),
            Ok(None) | Err(_) => Err(Fault::Form(self.at, "a list with something else than texts")),
        }
    }
}

/// Named values.
pub(super) struct Entries<'r, 'a> {
    reader: &'r mut Reader<'a>,
    /// What the next value of a map is for.
    next: Target,
}

impl Entries<'_, '_> {
    #[inline]
    fn add<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Fault> {
        let target = self.reader.target_of_field(name)?;
        value.serialize(Place { reader: self.reader, target })
    }
}

macro_rules! lists {
    ($($part:ident: $method:ident),*) => {$(
        impl ser::$part for List<'_, '_> {
            type Ok = ();
            type Error = Fault;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Fault> {
                self.add(item)
            }

            fn end(self) -> Result<(), Fault> {
                Ok(())
            }
        }
    )*};
}

lists!(
    SerializeSeq: serialize_element, SerializeTuple: serialize_element, SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
);

macro_rules! structs {
    ($($part:ident),*) => {$(
        impl ser::$part for Entries<'_, '_> {
            type Ok = ();
            type Error = Fault;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Fault> {
                self.add(name, value)
            }

            fn end(self) -> Result<(), Fault> {
                Ok(())
            }
        }
    )*};
}

structs!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Entries<'_, '_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Fault> {
        let target = name.serialize(TextOnly(|name: &str| self.reader.target(name)))?;
        self.next = target.transpose()?.unwrap_or(Target::Elsewhere);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        let target = std::mem::replace(&mut self.next, Target::Elsewhere);
        value.serialize(Place { reader: self.reader, target })
    }

    fn end(self) -> Result<(), Fault> {
        Ok(())
    }
}
