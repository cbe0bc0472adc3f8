// The database fails in the morning: typed text is kept, nothing unsaved is shown as saved, and work resumes.
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { cutOff } from '../support/cut-off.ts'
import { eventually } from '../support/eventually.ts'
import { ANNA, at, fillIn, keysIn, type Morning, morning, NORTH, TODAY } from './world.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function morningBehindADoor() {
  let door: Awaited<ReturnType<typeof cutOff>> | undefined
  const { harness, database } = await morning({
    through: async (url) => {
      door = await cutOff(url)
      await door.open()
      return door.url
    },
  })
  undo.push(database.close, async () => {
    await door!.open()
    await harness.stop()
    door!.shut()
  })
  await harness.moveTo(at('09:00:01'))
  return { harness, database, door: door! }
}

const storedPlans = async ({ db }: Morning['database']) =>
  [...(await db.execute<{ text: string }>(sql`select text from plan_items order by text`))].map(
    ({ text }) => text,
  )
const entries = async ({ db }: Morning['database']) =>
  [
    ...(await db.execute<{ value: string }>(
      sql`select n.value::text as value from activity cross join jsonb_each(numbers) n`,
    )),
  ].map(({ value }) => Number(value))

test('down for 30 s, during submits and due reminders', async () => {
  const { harness, database, door } = await morningBehindADoor()
  const [bot] = harness.bots
  const anna = await fillIn(harness, ANNA, 12, 'Visit Hafenwerk')
  door.shut()
  await eventually(async () => expect(await bot!.readiness()).toMatchObject({ ready: false }))
  // The reminders are due while the database cannot be read or written.
  harness.sandbox.clock.set(at('10:30:01').epochMilliseconds)
  const from = performance.now()
  while (performance.now() - from < 30_000) {
    const asked = performance.now()
    const result = await anna.modal.submit()
    expect(performance.now() - asked).toBeLessThan(3000)
    expect(result).toMatchObject({ by: 'app', errors: expect.anything() })
    expect(anna.modal.field('plan').value).toBe('Visit Hafenwerk')
    expect(anna.modal.field('number::calls').value).toBe('12')
    await new Promise((later) => setTimeout(later, 3000))
  }
  expect(await storedPlans(database)).toEqual([])
  expect(anna.dm().words()).not.toContain('is in')

  await door.open()
  await eventually(async () => expect(await bot!.readiness()).toMatchObject({ ready: true }), 20_000)
  expect(await anna.modal.submit()).toMatchObject({ closed: true })
  await harness.settled()
  await anna.dm().waitFor('is in')
  expect(await storedPlans(database)).toEqual(['Visit Hafenwerk'])
  expect(await entries(database)).toEqual([12])
  // The bot caught up: everyone else was reminded once.
  await harness.moveTo(at('10:40'))
  const keys = keysIn(harness)
  for (const { memberId } of NORTH.reps.slice(1)) expect(keys.get(`remind:${memberId}:${TODAY}`)).toBe(1)
  expect([...keys.values()].every((times) => times === 1)).toBe(true)
})

test('hanging: the person is told in time that nothing was saved, and the same submit later gives one entry', async () => {
  const { harness, database, door } = await morningBehindADoor()
  const anna = await fillIn(harness, ANNA, 12, 'Visit Hafenwerk')
  door.stall()
  const asked = performance.now()
  expect(await anna.modal.submit()).toMatchObject({ by: 'app', errors: expect.anything() })
  expect(performance.now() - asked).toBeLessThan(3000)
  expect(anna.modal.field('plan').value).toBe('Visit Hafenwerk')
  await door.open()
  await eventually(async () => expect(await anna.modal.submit()).toMatchObject({ closed: true }), 30_000)
  await harness.settled()
  expect(await storedPlans(database)).toEqual(['Visit Hafenwerk'])
  expect(await entries(database)).toEqual([12])
  expect(keysIn(harness).get(`standup:${ANNA.memberId}:${TODAY}`)).toBe(1)
})
