// What @mozilla/readability reads from the golden pages, for tests/golden/extract_test.cc.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const golden = join(root, 'tests/golden');

const sets = [
  { name: 'odd', truth: 'extract/truth.jsonl', pages: 'tests/golden/extract' },
  { name: 'english', truth: 'extract/english/truth.jsonl', pages: 'tests/golden/extract/english' },
  { name: 'sample', truth: 'sample_truth.jsonl', pages: 'data/sample' },
];

// Its text with the paragraphs of its HTML apart: textContent alone would join their words.
function textOf(html) {
  const document = new JSDOM(`<body>${html}</body>`).window.document;
  for (const element of document.querySelectorAll('p,div,li,td,th,br,h1,h2,h3,h4,h5,h6,figcaption')) {
    element.before(' ');
    element.append(' ');
  }
  return document.body.textContent.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function read(path, url) {
  const virtualConsole = new VirtualConsole(); // style sheets that jsdom cannot read are no news
  const bytes = readFileSync(path);
  const dom = new JSDOM(bytes, { url: url || 'https://example.org/tin', virtualConsole });
  const article = new Readability(dom.window.document).parse();
  if (article === null) return {};
  return {
    title: article.title?.normalize('NFC') ?? '',
    byline: article.byline?.normalize('NFC') ?? '',
    published: article.publishedTime ?? '',
    body: textOf(article.content),
  };
}

const lines = [];
for (const set of sets) {
  const truths = readFileSync(join(golden, set.truth), 'utf8').split('\n').filter(Boolean);
  for (const truth of truths.map((line) => JSON.parse(line))) {
    const answer = read(join(root, set.pages, truth.file), truth.url);
    lines.push(JSON.stringify({ set: set.name, file: truth.file, ...answer }));
  }
}
writeFileSync(join(golden, 'extract/readability.jsonl'), `${lines.join('\n')}\n`);
