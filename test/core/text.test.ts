// Typed text is cleaned: invisible characters, extra spaces and text over the limit are removed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLines, cleanNote, cleanText, foldText } from '../../src/core/text.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that must be removed
const FORBIDDEN = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

describe('cleanText', () => {
  test.each([
    ['a NUL', 'a\u0000b', 'ab'],
    ['a bidi override', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['isolates', '\u2066x\u2069', 'x'],
    ['a bell and an escape', 'a\u0007\u001B[31mb', 'a[31mb'],
    ['line breaks', 'one\r\ntwo\nthree\u2028four', 'one two three four'],
    ['tabs and runs of spaces', 'a\t\tb   c', 'a b c'],
    ['space around', '  x  ', 'x'],
    ['half an emoji', 'a\uD83D', 'a\uFFFD'],
    ['a family, whose joiners stay', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['only what cannot be seen', '\u200B\u2060 ', ''],
    ['joiners and blank letters by themselves', '\u200D\uFE0F \u3164\u2800', ''],
    ['what can be seen among them', '\u3164👨‍👩‍👧\u2800', '\u3164👨‍👩‍👧\u2800'],
  ])('%s', (_, raw, clean) => {
    expect(cleanText(raw, 100)).toBe(clean)
  })

  test('counts code points, so that no emoji is cut in half', () => {
    expect(cleanText('😀😀😀', 2)).toBe('😀😀')
  })

  test('never exceeds the limit, contains no forbidden character, and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (raw, max) => {
        const clean = cleanText(raw, max)
        expect([...clean].length).toBeLessThanOrEqual(max)
        expect(clean).not.toMatch(FORBIDDEN)
        expect(clean).not.toContain('\n')
        expect(cleanText(clean, max)).toBe(clean)
      }),
    )
  })
})

test('a note keeps its lines, with at most one empty line in a row', () => {
  expect(cleanNote(' a \n\n\n\n b\u0000\r\nc ', 100)).toBe('a\n\nb\nc')
})

describe('cleanLines', () => {
  test('drops empty lines, keeps the first ones, and shortens each', () => {
    expect(cleanLines('\n one \n\n  \ntwo two\nthree', 2, 5)).toEqual(['one', 'two t'])
    expect(cleanLines(' \n\t\n', 10, 10)).toEqual([])
  })

  test('never returns more or longer lines than allowed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '😀') }), (raw) => {
        const lines = cleanLines(raw, 3, 4)
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) {
          expect(line.trim()).toBe(line)
          expect([...line].length).toBeGreaterThan(0)
          expect([...line].length).toBeLessThanOrEqual(4)
        }
      }),
    )
  })
})

test('folding ignores character width, case and spaces', () => {
  expect(foldText('　ＣＡＬＬＳ  Made ')).toBe('calls made')
})
