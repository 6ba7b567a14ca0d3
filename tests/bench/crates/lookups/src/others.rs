//! What else an id can be looked up with.

mod tables;

use std::{collections::HashMap, str::FromStr, sync::OnceLock};

use crate::ids;

pub(crate) fn way_of(way: &str, is_small: bool) -> super::Lookup {
    match (way, is_small) {
        ("phf", true) => |id| tables::SMALL.get(id).copied(),
        ("phf", false) => |id| tables::BIG.get(id).copied(),
        ("strum", true) => |id| tables::Small::from_str(id).ok().map(|control| control as usize),
        ("strum", false) => |id| tables::Big::from_str(id).ok().map(|control| control as usize),
        ("strum-phf", true) => |id| tables::SmallPhf::from_str(id).ok().map(|control| control as usize),
        ("strum-phf", false) => |id| tables::BigPhf::from_str(id).ok().map(|control| control as usize),
        ("hash-map", true) => |id| {
            static MAP: OnceLock<HashMap<&str, usize>> = OnceLock::new();
            map(&MAP, &ids::SMALL).get(id).copied()
        },
        ("hash-map", false) => |id| {
            static MAP: OnceLock<HashMap<&str, usize>> = OnceLock::new();
            map(&MAP, &ids::BIG).get(id).copied()
        },
        ("levenshtein", _) => |text| {
            let ids = ids::BIG.iter().copied();
            ids.min_by_key(|id| strsim::levenshtein(text, id)).map(str::len)
        },
        ("jaro-winkler", _) => |text| {
            let ids = ids::BIG.iter().map(|id| (strsim::jaro_winkler(text, id), id));
            ids.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, id)| id.len())
        },
        _ => panic!("there is no way `{way}`"),
    }
}

fn map<'m>(map: &'m OnceLock<HashMap<&'static str, usize>>, ids: &[&'static str]) -> &'m HashMap<&'static str, usize> {
    map.get_or_init(|| ids.iter().copied().zip(0..).collect())
}
