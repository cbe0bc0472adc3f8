// The signs and lines between the facts of a model's sentences: whichever it writes, ours are shown, and what is no sign is refused.
import { describe, expect, test } from 'vitest'
import { checkClaims } from '../../src/ai/domain/check-text.ts'
import { answerInstructions } from '../../src/ai/domain/instructions.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { BEN, sheetIn } from './a-sheet.ts'

/** As models write them; each is shown as the last one. */
const WRITTEN = [
  ...['{{calls}}.\n{{visits}}', '{{calls}}。{{visits}}。', '{{calls}}.{{visits}}.', '{{calls}}\n{{visits}}'],
  ...[
    '{{calls}}\r\n\r\n{{visits}}。',
    '- {{calls}}\n- {{visits}}\n',
    '• {{calls}}.\n• {{visits}}.',
    '* {{calls}}. {{visits}}.',
  ],
]

describe.each(LOCALES)('%s: the signs between facts', (locale) => {
  const shownOf = (text: string) => {
    const checked = checkClaims({ claims: [{ text, part: null }], notCovered: [] }, sheetIn(locale))
    return checked.ok ? checked.claims[0]!.text : checked.reason
  }
  const [stop, space] = locale === 'en' ? ['.', ' '] : ['。', '']

  test.each(WRITTEN)('%j are two sentences with full stops of ours', (text) => {
    const shown = shownOf(text)
    expect(shown).toBe(shownOf(`{{calls}}${stop}${space}{{visits}}${stop}`))
    expect(shown.match(/[.。](?!\d)/gu)).toEqual([stop, stop])
  })

  test('a line break in a sentence is a space, and a single fact ends with a full stop', () => {
    expect(shownOf('{{calls}},\n  {{visits}}')).toBe(shownOf('{{calls}}, {{visits}}.'))
    expect(shownOf('{{calls}}')).toBe(shownOf(`{{calls}}${stop}`))
    expect(shownOf('{{calls}}')).toContain('48')
  })

  test.each([
    ...[
      '-{{calls}}.',
      '–{{calls}}',
      '{{calls}} - {{visits}}.',
      '{{calls}}..',
      '{{calls}}.。',
      '{{calls}}.5',
      '{{calls}}.k',
    ],
    ...[
      '1. {{calls}}',
      '{{calls}}\n48',
      '{{calls}} {{visits}}.',
      '- - {{calls}}',
      '{{calls}}\nBen',
      '> {{calls}}',
      '48\n{{calls}}',
    ],
  ])('%j is refused', (text) => {
    expect(['own-words', 'no-source']).toContain(shownOf(text))
  })
})

test('the example in the instructions is right, in each language', () => {
  for (const locale of LOCALES) {
    const said = /^For example: (.*)$/mu.exec(answerInstructions(locale))?.[1]
    const facts = sheetIn(locale).facts.flatMap((fact, at) =>
      at < 3 ? [{ ...fact, key: `key${at + 1}` }] : [],
    )
    const mixed = facts.map((fact, at) => (at === 2 ? { ...fact, about: BEN } : fact))
    const text = JSON.parse(said!) as string
    const checked = checkClaims(
      { claims: [{ text, part: null }], notCovered: [] },
      { ...sheetIn(locale), facts: mixed },
    )
    expect(checked).toMatchObject({ ok: true })
    for (const { key } of mixed) expect(text).toContain(`{{${key}}}`)
  }
})
