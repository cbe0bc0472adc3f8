// What the minutes are suggested from: every reply of the thread comes once, also one that was written while they were typed, or had no room.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, peopleIn, suggestedMinutes } from '../../src/reviews/domain/minutes.ts'
import { MINUTES_LENGTH } from '../../src/reviews/domain/stored-review.ts'

const at = (time: string) => Temporal.Instant.from(`2026-04-01T${time}:00Z`)
const nameOf = { U1: 'Ben', U2: 'Mia' }
const reply = (userId: string, text: string, time: string) => ({ userId, text, at: at(time) })
const saved = (text: string, readTo: Temporal.Instant | null) => ({ text, by: 'U2', readTo })

const replies = [
  reply('U1', 'The list is stale &amp; old, <@U2>', '09:00'),
  reply('U2', 'See <https://acme.test|the sheet> in <#C1|sales>', '09:05'),
]

describe('minutes', () => {
  test('a line for each reply, with names instead of ids', () => {
    expect(suggestedMinutes(null, replies, nameOf)).toEqual({
      ...{ text: 'Ben: The list is stale &amp; old, @Mia\nMia: See the sheet in #sales', left: 0 },
      readTo: at('09:05'),
    })
    expect(peopleIn(replies)).toEqual(['U1', 'U2'])
  })

  test('what is saved stays as it was edited, and only later replies are added', () => {
    const { text } = suggestedMinutes(saved('Mia: clean the list', at('09:02')), replies, nameOf)
    expect(text).toBe('Mia: clean the list\nMia: See the sheet in #sales')
    expect(linesOf(saved(' one \n\n two', null))).toEqual(['one', 'two'])
  })

  test('where nothing of the thread was suggested, all of it is', () => {
    const { text, readTo } = suggestedMinutes(saved('By hand', null), replies, nameOf)
    expect(text.split('\n')).toHaveLength(3)
    expect(readTo).toEqual(at('09:05'))
    expect(suggestedMinutes(saved('By hand', null), [], nameOf)).toMatchObject({ readTo: null, left: 0 })
  })

  test('what has no room waits, whole, and is counted', () => {
    const long = [reply('U1', 'a'.repeat(2000), '09:00'), reply('U2', 'b'.repeat(1200), '09:01')]
    const first = suggestedMinutes(null, long, nameOf)
    expect(first).toMatchObject({ text: `Ben: ${'a'.repeat(2000)}`, readTo: at('09:00'), left: 1 })
    const next = suggestedMinutes(saved('The list is cleaned', first.readTo), long, nameOf)
    expect(next).toMatchObject({ text: `The list is cleaned\nMia: ${'b'.repeat(1200)}`, left: 0 })
  })

  test('a reply that might never fit is cut once half of the field is free, never within an escape', () => {
    const huge = [reply('U1', '&amp;'.repeat(5000), '09:00')]
    expect(suggestedMinutes(saved('x'.repeat(1600), null), huge, nameOf)).toMatchObject({ left: 1 })
    const { text, left } = suggestedMinutes(saved('x', null), huge, nameOf)
    expect(left).toBe(0)
    expect(text).toMatch(/^x\nBen: (&amp;)+…$/)
  })

  test('whatever is written, save after save, every reply comes once and the text fits', () => {
    const written = fc.array(fc.record({ length: fc.integer({ min: 1, max: 1400 }) }), { maxLength: 12 })
    fc.assert(
      fc.property(written, (lengths) => {
        const thread = lengths.map(({ length }, index) =>
          reply('U1', `#${index}!${'a'.repeat(length)}`, `09:${String(index).padStart(2, '0')}`),
        )
        const found: string[] = []
        let kept: ReturnType<typeof saved> | null = null
        for (let round = 0; round <= thread.length; round += 1) {
          const { text, readTo, left } = suggestedMinutes(kept, thread, nameOf)
          expect([...text].length).toBeLessThanOrEqual(MINUTES_LENGTH)
          found.push(...[...text.matchAll(/#\d+!/g)].map(([mark]) => mark))
          // Whoever takes the minutes shortens what they have.
          kept = saved('Short', readTo)
          if (left === 0) break
        }
        expect(found).toEqual(thread.map((_, index) => `#${index}!`))
      }),
      { numRuns: 50 },
    )
  })
})
