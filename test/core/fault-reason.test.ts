// The logged reason of an error says what went wrong and contains nothing that people wrote.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reasonOf } from '../../src/core/fault-reason.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

const faultOf = (query: ReturnType<typeof sql>): Promise<unknown> =>
  database.db.execute(query).then(
    () => {
      throw new Error('The query went through.')
    },
    (fault: unknown) => fault,
  )

test.each([
  ['a value of the wrong form', sql`select ${'secret plan'}::text::uuid`],
  ['one that is out of range', sql`select ${'99999999999999999999'}::text::bigint`],
  ['a text that cannot be kept', sql`select ${'secret plan\u0000'}::text`],
  ['a table that is not there', sql`insert into nowhere values (${'secret plan'})`],
])('%s: neither the value nor the query', async (_, query) => {
  const fault = await faultOf(query)
  expect(String(fault)).toMatch(/secret plan|9999/)
  const reason = reasonOf(fault)
  expect(reason).not.toMatch(/secret|9999|select|insert/)
  expect(reason.length).toBeGreaterThan(10)
})

test('the database’s message is kept', async () => {
  expect(reasonOf(await faultOf(sql`select * from nowhere`))).toBe('relation "nowhere" does not exist')
})

test('an AggregateError gives its code, a non-error a fixed text, a long message its beginning', () => {
  expect(reasonOf(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED')
  expect(reasonOf('secret plan')).not.toContain('secret')
  expect(reasonOf(new Error(`first\nsecond ${'x'.repeat(999)}`))).toBe('first')
  expect(reasonOf(new Error('x'.repeat(999)))).toHaveLength(300)
})
