// A typed plan rate: read as every amount is, and asked about where it looks the wrong way round.
import { describe, expect, test } from 'vitest'
import { CURRENCIES } from '../../src/numbers/domain/currency.ts'
import { readRate } from '../../src/numbers/domain/typed-rate.ts'
import { usualRate } from '../../src/numbers/domain/usual-rates.ts'

const rate = (typed: number) => Math.round(typed * 1e10)
const read = (text: string, from: string, to: string) => {
  const typed = readRate(text, to, usualRate(from, to))
  if (typed.ok) return typed.rate / 1e10
  return typed.reason === 'unclear' ? typed.readings.map((one) => one / 1e10) : typed.reason
}

describe('is read', () => {
  test.each([
    ['1.16', 'EUR', 'USD', 1.16],
    ['1,16', 'EUR', 'USD', 1.16],
    ['１．１６', 'EUR', 'USD', 1.16],
    [' 1.16 USD', 'EUR', 'USD', 1.16],
    ['$1.16', 'EUR', 'USD', 1.16],
    ['7.12', 'USD', 'CNY', 7.12],
    ['7.12元', 'USD', 'CNY', 7.12],
    ['0.0066', 'JPY', 'USD', 0.0066],
    ['0.000038', 'VND', 'USD', 0.000038],
    ['26,000', 'USD', 'VND', 26_000],
    ['1.160', 'EUR', 'USD', 1.16],
    ['1,160', 'EUR', 'USD', 1.16],
    ['0.140', 'CNY', 'USD', 0.14],
  ])('%s of %s in %s', (text, from, to, expected) => expect(read(text, from, to)).toEqual(expected))
})

describe('is asked about', () => {
  test.each([
    ['the wrong way round, in yen', '151.5', 'JPY', 'USD', [0.00660066, 151.5]],
    ['the wrong way round, in yuan', '7.1', 'CNY', 'EUR', [0.140845, 7.1]],
    ['the wrong way round, where both are near one', '0.86', 'EUR', 'USD', [1.16279, 0.86]],
    ['ten times too large', '11.6', 'EUR', 'USD', [1.16, 11.6]],
    ['a hundred times too small', '0.0116', 'EUR', 'USD', [1.16, 0.0116]],
    ['a point that may be a group, and neither fits', '9.500', 'EUR', 'USD', [9.5, 9500]],
    ['a comma that may be a group, and neither fits', '9,500', 'EUR', 'USD', [9.5, 9500]],
  ])('%s', (_, text, from, to, expected) => expect(read(text, from, to)).toEqual(expected))

  test('a rate that is merely another year’s is not', () => {
    expect(read('1.02', 'EUR', 'USD')).toBe(1.02)
    expect(read('1.4', 'EUR', 'USD')).toBe(1.4)
  })

  test('of every two currencies that are not worth about the same, the inverse', () => {
    for (const from of CURRENCIES)
      for (const to of CURRENCIES) {
        const usual = usualRate(from, to)!
        if (from === to || Math.abs(Math.log(usual / 1e10)) < 0.03 || usual > 9e14 || usual < 1e5) continue
        const typed = (1e10 / usual).toPrecision(4)
        const found = readRate(`${Number(typed)}`, to, usual)
        expect([from, to, !found.ok && found.reason]).toEqual([from, to, 'unclear'])
      }
  })
})

describe('is refused', () => {
  test.each([
    ['', 'not-a-number'],
    ['about one', 'not-a-number'],
    ['1.08.2', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0', 'not-positive'],
    ['0.00', 'not-positive'],
    ['-1.08', 'not-positive'],
    ['−1.08', 'not-positive'],
    ['1000000', 'too-large'],
    ['0.00000000001', 'too-many-decimals'],
    ['1.08 CHF', 'other-currency'],
  ])('%s', (text, reason) => expect(readRate(text, 'USD', rate(1.16))).toEqual({ ok: false, reason }))
})

test('every currency that is offered has a usual rate', () => {
  for (const one of CURRENCIES) expect(usualRate(one, 'USD'), one).toBeGreaterThan(0)
})
