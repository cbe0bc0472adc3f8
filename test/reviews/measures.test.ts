// Measures on a real database: set once, followed up once, stopped when dropped; agenda, minutes and what was agreed.
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { changeAction } from '../../src/actions/flows/change-action.ts'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { BOT } from '../../src/app/features.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { saveChannel } from '../../src/org/db/channels.ts'
import { membersOn, setRole } from '../../src/org/db/members.ts'
import { members } from '../../src/org/db/teams.sql.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { FOLLOW_UP } from '../../src/reviews/domain/follow-up.ts'
import { loadAgenda, postAgenda } from '../../src/reviews/flows/agenda.ts'
import { followUpMeasures } from '../../src/reviews/flows/follow-up.ts'
import { offerReviews } from '../../src/reviews/flows/offer-review.ts'
import { agreeOn, keepMinutes, openMinutes } from '../../src/reviews/flows/take-minutes.ts'
import { causeMark, writeReview } from '../../src/reviews/flows/write-review.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import type { DueItem } from '../../src/schedule/db/due.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import { todoTeam } from '../actions/todo.ts'
import { standupTeam } from '../checkins/standup/team.ts'
import type { Wish } from '../numbers/small-team.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const database = usesDatabase()

const date = Temporal.PlainDate.from
const PEOPLE = [{ name: 'Ann' }, { name: 'Liu' }, { name: 'Cal' }]

/** Three people, and a measure of 13 March, a Friday: Ann is to call more. */
async function measured(wishes: readonly Wish[] = PEOPLE, ownerUserId = 'UAnn') {
  const team = await todoTeam(database.db, wishes)
  const { context, as, boss, teamId } = team
  const logged = async (at: string, calls: number[]) => {
    context.moveTo(at)
    for (const [index, { name }] of wishes.entries())
      if (calls[index] !== undefined) await as(`U${name}`).command(`log calls ${calls[index]}`)
  }
  await logged('2026-03-13T10:00:00Z', [30, 60, 40])
  const review = { teamId, kind: 'month', date: date('2026-03-01') } as const
  const measure = {
    ...{
      text: 'Call lost proposals again',
      ownerUserId,
      dueOn: date('2026-03-27'),
      metricKey: 'calls',
    },
  }
  const write = () =>
    writeReview(context, boss, review, {
      causes: { calls: { text: 'The fair', openedAs: causeMark('') } },
      measure,
    })
  expect(await write()).toEqual({ ok: true })
  const followUp = async (at: string) => {
    context.moveTo(at)
    await runDue(context, new Map([[FOLLOW_UP, followUpMeasures]]))
    const told = (await team.told()).filter(({ kind }) => kind === 'measure-follow-up')
    return told.map(({ userId, message }) => [userId, message.text]).sort()
  }
  const plans = () =>
    database.db
      .select({ dueAt: dueItems.dueAt, state: dueItems.state, reason: dueItems.reason })
      .from(dueItems)
      .where(and(eq(dueItems.teamId, teamId), eq(dueItems.kind, FOLLOW_UP)))
      .orderBy(dueItems.dueAt)
  return { ...team, review, write, logged, followUp, plans }
}

describe('a measure', () => {
  test('set twice is one; after two weeks its owner and the manager are told once what the number did, then it is dropped', async () => {
    const { write, stored, logged, followUp, plans, context, as, people } = await measured()
    await write()
    expect((await stored()).map(({ text, originReference }) => [text, originReference])).toEqual([
      ['Call lost proposals again', 'month:2026-03-01:calls:UAnn'],
    ])
    // On the working days after the 27th and after the 10th of April, when the standup closes.
    expect((await plans()).map(({ dueAt }) => dueAt.toString().slice(0, 10))).toEqual([
      '2026-03-30',
      '2026-04-13',
    ])
    await logged('2026-03-20T10:00:00Z', [90, 60, 40])
    const told = await followUp('2026-03-30T12:00:00Z')
    expect(told.map(([userId]) => userId)).toEqual(['UAnn', 'UBOSS'])
    expect(told[1]![1]).toContain(
      'Calls a working day: 3 → 9 (+200%), 14 days before and after. The rest of the team: +0%. Against that trend +6 a day. That is more than chance explains.',
    )
    expect(await followUp('2026-03-30T13:00:00Z')).toEqual(told)
    const [item] = await stored()
    await changeAction(
      context,
      people.UAnn!,
      item!.actionId,
      { close: 'dropped', reason: 'No time' },
      '/kpi todo',
    )
    await followUp('2026-04-13T12:00:00Z')
    expect((await plans()).map(({ state, reason }) => [state, reason])).toEqual([
      ['done', null],
      ['skipped', 'superseded'],
    ])
    expect(await as('UBOSS').command('review march')).toContain('dropped: No time')
  })

  test('with one colleague, the owner is not told that colleague’s number, and the manager is', async () => {
    const { logged, followUp } = await measured(PEOPLE.slice(0, 2))
    await logged('2026-03-20T10:00:00Z', [90, 60])
    const [[, own], [, managers]] = (await followUp('2026-03-30T12:00:00Z')) as [string[], string[]]
    expect(own).toContain('There is no trend of others')
    expect(managers).toContain('The rest of the team: +0%')
  })

  test('is compared by whom it aimed at, when somebody else has it and they have another role; that one is told no numbers of theirs', async () => {
    const { logged, followUp, stored, context, people, teamId, workspaceId } = await measured()
    await logged('2026-03-20T10:00:00Z', [90, 60, 40])
    context.moveTo('2026-03-28T10:00:00Z')
    const [item] = await stored()
    await changeAction(context, people.UAnn!, item!.actionId, { ownerUserId: 'ULiu' }, '/kpi todo')
    const ann = (await membersOn(database.db, workspaceId, teamId, date('2026-03-28'))).find(
      ({ userId }) => userId === 'UAnn',
    )!
    await setRole(database.db, { workspaceId, teamId }, [ann.memberId], 'analyst', context.clock.now())
    const told = await followUp('2026-03-30T12:00:00Z')
    expect(told.map(([userId]) => userId)).toEqual(['UBOSS'])
    expect(told[0]![1]).toContain('<@ULiu>')
    expect(told[0]![1]).toContain(
      'Set for <@UAnn>. Calls a working day: 3 → 9 (+200%), 14 days before and after. The rest of the team: +0%.',
    )
  })

  test('on a number that one colleague alone reports is told to whoever leads the team, not to whoever has it, and is on record', async () => {
    const { logged, followUp, workspaceId } = await measured(
      [{ name: 'Ann' }, { name: 'Cal', role: 'analyst' }],
      'UCal',
    )
    await logged('2026-03-20T10:00:00Z', [90])
    const told = await followUp('2026-03-30T12:00:00Z')
    expect(told.map(([userId]) => userId)).toEqual(['UBOSS'])
    expect(told[0]![1]).toContain('3 → 9 (+200%)')
    const seen = await readingsOf(database.db, { workspaceId, userId: 'UAnn' }, date('2026-03-30'), 9)
    expect(seen).toMatchObject([{ viewerUserId: 'UBOSS', sent: ['numbers'] }])
  })

  test('is set by whoever leads the team alone, for somebody of the team, and until the next review', async () => {
    const { context, people, boss, review, teamId, write } = await measured()
    const wish = { causes: {}, measure: null }
    expect(await writeReview(context, people.UAnn!, review, wish)).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    const stranger = {
      ...{ text: 'x', ownerUserId: 'UNOBODY', dueOn: date('2026-03-27'), metricKey: null },
    }
    expect(await writeReview(context, boss, review, { causes: {}, measure: stranger })).toEqual({
      ...{ ok: false, reason: 'not-in-team' },
    })
    const other = { ...review, teamId: crypto.randomUUID() }
    expect(await writeReview(context, boss, other, wish)).toEqual({ ok: false, reason: 'not-allowed' })
    context.moveTo('2026-05-01T10:00:00Z')
    expect(await write()).toEqual({ ok: false, reason: 'closed' })
    expect(teamId).toBe(review.teamId)
  })
})

describe('a meeting', () => {
  test('a team is offered no review of a time before its first member', async () => {
    const team = await todoTeam(database.db)
    const { context, workspaceId, teamId } = team
    const offered = async (joinedOn: string) => {
      await database.db
        .update(members)
        .set({ joinedOn: date(joinedOn) })
        .where(eq(members.teamId, teamId))
      context.moveTo('2026-04-01T12:00:00Z')
      const due = { workspaceId, teamId, memberId: null, kind: 'review-offer', dueKey: 'x' }
      const item = { ...due, date: date('2026-04-01'), dueAt: context.clock.now() } as unknown as DueItem
      await database.db.transaction((tx) => offerReviews(tx, [item], context.clock.now(), context))
      return (await team.told()).map(({ message }) => message.text.split(' is over')[0])
    }
    expect(await offered('2026-04-01')).toEqual([])
    expect((await offered('2026-03-31')).sort()).toEqual(['March 2026', 'Q1 2026'])
  })

  test('a blocker is an open item of the week’s agenda, and late when it is still there two days on', async () => {
    const team = await standupTeam(database.db, {
      zones: { ben: 'Europe/Berlin' },
      now: '2026-03-03T08:30:00Z',
    })
    await team.submit(team.person('ben'), '2026-03-03', { newBlockers: ['No budget from legal'] })
    const said = async (at: string) => {
      const message = {
        ...{ workspaceId: team.workspaceId, teamId: team.teamId, toChannelId: team.channelId },
        subject: { period: 'week', from: '2026-03-02' },
      }
      const facts = await loadAgenda(
        database.db,
        message as Parameters<typeof loadAgenda>[1],
        Temporal.Instant.from(at),
      )
      return BOT.messages.get('meeting-agenda')!.render(facts as never, BOT.translator('en')).text
    }
    expect(await said('2026-03-03T12:00:00Z')).toContain('1 open')
    expect(await said('2026-03-05T12:00:00Z')).toContain('1 open, 1 of them overdue')
  })

  test('its agenda in the channel shows sums and no person’s numbers; minutes and what was agreed stand in it', async () => {
    const { context, boss, review, workspaceId, teamId, channelId, people, stored } = await measured()
    expect(await postAgenda(context, people.UAnn!, review)).toEqual({ ok: false, reason: 'not-allowed' })
    await saveChannel(
      database.db,
      { workspaceId, channelId, name: 'north', isPrivate: false, isExternal: false },
      context.clock.now(),
    )
    for (const dueOn of [date('2026-03-02'), date('2026-04-30')])
      await database.db.transaction((tx) =>
        createAction(
          tx,
          context,
          {
            ...{
              workspaceId,
              teamId,
              ownerUserId: boss.userId,
              helperUserIds: [],
              text: `Approve by ${dueOn}`,
            },
            ...{ dueOn, createdBy: 'UAnn' },
            origin: {
              kind: 'support-request',
              reference: `weekly:2026-02-27:${crypto.randomUUID()}:${dueOn}`,
            },
          },
          '/kpi report',
        ),
      )
    expect(await postAgenda(context, boss, review)).toEqual({ ok: true, channelId, why: null })
    const said = { text: 'Ann: I call them\nLiu: fine', readTo: null }
    expect(await keepMinutes(context, boss, review, said)).toMatchObject({ ok: true })
    const task = { ownerUserId: 'UAnn', dueOn: date('2026-03-20') }
    expect(await agreeOn(context, boss, review, { ...task, line: 7 })).toEqual({
      ok: false,
      reason: 'no-line',
    })
    for (const line of [0, 0]) await agreeOn(context, boss, review, { ...task, line })
    const agreed = (await stored()).filter(({ originKind }) => originKind === 'meeting')
    expect(agreed.map(({ text }) => text)).toEqual(['Ann: I call them'])
    const key = { workspaceId, messageKey: `agenda:${teamId}:month:2026-03-01` }
    const message = (await findMessage(database.db, key))!
    const facts = await factsOf(database.db, message, context.clock.now())
    const { text } = BOT.messages.get('meeting-agenda')!.render(facts as never, BOT.translator('en'))
    expect(text).toContain('• Calls: 130 (period before: –)')
    expect(text).toContain('Liu: fine')
    expect(text).toContain('• Ann: I call them · <@UAnn> · due Fri, Mar 20')
    expect(text).not.toContain('The fair')
    expect(text).toMatch(/• Approve by 2026-03-02 · <@\w+> · :red_circle: was due Mon, Mar 2/)
    expect(text).toMatch(/• Approve by 2026-04-30 · <@\w+> · due Thu, Apr 30/)
    const unnamed = BOT.messages
      .get('meeting-agenda')!
      .render({ ...facts, unnamed: true } as never, BOT.translator('en')).text
    expect(unnamed).toContain('2 open, 1 of them overdue')
    expect(unnamed).not.toContain('Approve')
    expect(await openMinutes(context, boss, review)).toMatchObject({ text: 'Ann: I call them\nLiu: fine' })
  })
})
