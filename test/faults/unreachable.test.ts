// An unreachable person or channel blocks only its own messages, and the manager is told once what to do.
import { afterEach, expect, test } from 'vitest'
import type { Harness } from '../../demo/harness/harness.ts'
import { ANNA, at, fillIn, keysIn, morning, NORTH, SOUTH, TODAY } from './world.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function early(): Promise<Harness> {
  const { harness, database } = await morning()
  undo.push(database.close, harness.stop)
  return harness
}

const told = (harness: Harness, words: string) =>
  harness
    .user(NORTH.manager)
    .dm()
    .sees()
    .filter((seen) => seen.words.includes(words)).length

/** Two answers, one in each team, then the close. */
async function answerAndClose(harness: Harness): Promise<void> {
  await harness.moveTo(at('09:00:01'))
  for (const member of [ANNA, NORTH.reps[1]!, SOUTH.reps[0]!]) {
    const user = await fillIn(harness, member, 12, `Line of ${member.name}`)
    expect(await user.modal.submit()).toMatchObject({ closed: true })
  }
  await harness.moveTo(at('11:00:01'))
}

const others = (harness: Harness) => {
  const keys = keysIn(harness)
  return {
    prompts: [...NORTH.reps, ...SOUTH.reps].filter(
      ({ memberId }) => keys.get(`standup:${memberId}:${TODAY}`) === 1,
    ).length,
    south: keys.get(`summary:${SOUTH.teamId}:${TODAY}`),
    north: keys.get(`summary:${NORTH.teamId}:${TODAY}`),
    receipt: harness.user(ANNA.name).dm().words().includes('is in'),
  }
}

test('the channel was archived', async () => {
  const harness = await early()
  harness.user(NORTH.manager).archive('north')
  await answerAndClose(harness)
  expect(others(harness)).toEqual({ prompts: 12, south: 1, north: undefined, receipt: true })
  expect(told(harness, 'is archived')).toBe(1)
  expect(told(harness, '/kpi setup')).toBe(1)
})

test('the bot was removed from the channel: an event and every attempt report it', async () => {
  const harness = await early()
  harness.user(NORTH.manager).removeApp('north')
  await answerAndClose(harness)
  expect(others(harness)).toEqual({ prompts: 12, south: 1, north: undefined, receipt: true })
  expect(told(harness, 'I am not in')).toBe(1)
})

test('a member was deactivated: they get no prompt, the others do', async () => {
  const harness = await early()
  harness.user(NORTH.reps[5]!.name).deactivate()
  await harness.sandbox.whenIdle()
  await answerAndClose(harness)
  expect(others(harness)).toMatchObject({ prompts: 11, south: 1, north: 1, receipt: true })
  // Two of the five remaining members; Friday's board still counts the member who was active on Friday.
  const summary = harness.user(NORTH.manager).in('north').last('Closed:')?.words
  expect(summary).toContain('Closed: 2 of 5 answered')
  expect(summary).not.toContain(NORTH.reps[5]!.name)
})

test('a direct message cannot be opened', async () => {
  const harness = await early()
  harness.sandbox.faults.add({
    kind: 'refused',
    on: 'conversations.open',
    args: { users: harness.user(NORTH.reps[5]!.name).id },
    error: 'user_disabled',
    times: Number.POSITIVE_INFINITY,
  })
  await answerAndClose(harness)
  expect(others(harness)).toEqual({ prompts: 11, south: 1, north: 1, receipt: true })
  const managers = [NORTH, SOUTH].map(({ manager }) => harness.user(manager).dm().words())
  expect(managers.filter((words) => words.includes('a direct message'))).toHaveLength(1)
})
