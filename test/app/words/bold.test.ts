// Slack takes a mark for bold or code only at the edge of a word, and a full-width sign is no edge: no reader shall see the marks.

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
