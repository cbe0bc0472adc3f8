// Slack takes a mark for bold only at the edge of a word, and a full-width sign is no edge: no reader shall see asterisks.
import { expect, test } from 'vitest'
import { CATALOGS } from '../../src/i18n/translate.ts'

const MARKED = /(.?)\*([^*\n]+)\*(.?)/gsu
const EDGE = /^[\s()[\]{}.,:;!?'"`—–/-]?$/

for (const [locale, catalog] of Object.entries(CATALOGS))
  test(`${locale}: bold begins and ends where Slack sees it`, () => {
    const unseen = Object.entries(catalog).filter(([, sentence]) =>
      [...sentence.matchAll(MARKED)].some(
        ([, before = '', inside = '', after = '']) =>
          !EDGE.test(before) || !EDGE.test(after) || inside !== inside.trim(),
      ),
    )
    expect(unseen).toEqual([])
  })
