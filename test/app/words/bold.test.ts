// How sentences fit together: marks for bold and code where Slack sees them (a full-width sign is no edge), no space behind a Chinese date.

import { expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'

const MARKED = /(.?)([*`])([^*`\n]+)\2(.?)/gsu
const EDGE = /^[\s()[\]{}.,:;!?'"—–/-]?$/

for (const [locale, catalog] of Object.entries(BOT.words))
  test(`${locale}: bold and code begin and end where Slack sees it`, () => {
    const unseen = Object.entries(catalog).filter(([, sentence]) =>
      [...sentence.matchAll(MARKED)].some(
        ([, before = '', , inside = '', after = '']) =>
          !EDGE.test(before) || !EDGE.test(after) || inside !== inside.trim(),
      ),
    )
    expect(unseen).toEqual([])
  })

/** They end in a full-width bracket, which leaves room enough. */
const DATED = /\{(?:date|first|last|until|since|dueOn)\} (?!·)/

test.each(['zh-CN', 'zh-TW'] as const)('%s: no space stands behind a date within a sentence', (locale) =>
  expect(Object.entries(BOT.words[locale]).filter(([, sentence]) => DATED.test(sentence))).toEqual([]),
)
