// What a manager does from the morning message: nudges who is missing, reads the answers, writes about them; and what the reps get.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { nudgeMembers } from '../../src/checkins/flows/nudge-members.ts'
import { commentOn, markRead } from '../../src/checkins/flows/review-answers.ts'
import { STANDUP_CHECKIN } from '../../src/checkins/standup/flows/standup-checkin.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { setManager } from '../../src/org/db/teams.ts'
import { type ReadableAnswer, readAnswers } from '../../src/overview/flows/read-answers.ts'
import { answersView, commentView } from '../../src/overview/slack/answers-view.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const ON = '2026-03-03'
const date = day(ON)

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

/** 9:30 in Berlin: Ben has answered, Eva and Jo have not. */
async function halfPast() {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin', jo: 'Europe/Berlin' }
  const team = await standupTeam(database.db, { zones, now: '2026-03-02T09:00:00Z' })
  const boss = testPerson(team.workspaceId, 'U-boss', { name: 'Boss' })
  await savePeople(database.db, [boss], team.context.clock.now())
  await team.replan(ON)
  await team.tickAt(`${ON}T08:00:00Z`)
  await team.submit(team.person('ben'), ON, { plan: ['Call Acme'], numbers: { calls: 5 } })
  await team.tickAt(`${ON}T08:30:00Z`)
  const of = { teamId: team.teamId, date, checkin: STANDUP_CHECKIN }
  return {
    ...{ ...team, boss, of },
    nudge: (who = boss) => nudgeMembers(team.context, who, STANDUP_CHECKIN, of),
    nudgeTo: (name: string) => team.message(`nudge:${team.memberId(name)}:${ON}`),
    shown: async (key: string) => {
      const message = await team.message(key)
      const facts = await team.facts(key)
      return facts ? BOT.messages.get(message!.kind)!.render(facts as never, BOT.translator('en')) : null
    },
  }
}
const morningOf = (team: Awaited<ReturnType<typeof halfPast>>) => team.shown(`morning:${team.teamId}:${ON}`)
const buttonsIn = (message: unknown) =>
  [...JSON.stringify(message).matchAll(/"action_id":"([^"#]+)/g)].map((found) => found[1])

describe('Nudge', () => {
  test('reaches each who is missing once, and the button is gone', async () => {
    const team = await halfPast()
    expect(buttonsIn(await morningOf(team))).toEqual(['standup.nudge', 'overview.answers'])
    expect(await team.nudge()).toEqual({ ok: true, count: 2 })
    expect(await team.nudgeTo('eva')).toMatchObject({ toUserId: 'U-eva', version: 1 })
    expect(await team.nudgeTo('ben')).toBeNull()
    expect(buttonsIn(await morningOf(team))).toEqual(['overview.answers'])
    expect((await morningOf(team))?.text).toContain('*Nudged, not in yet:* eva, jo')
    expect(await team.nudge()).toEqual({ ok: false, reason: 'nobody' })
    expect((await team.nudgeTo('eva'))?.version).toBe(1)
  })

  test('two presses at the same moment say it once', async () => {
    const team = await halfPast()
    const both = await Promise.all([team.nudge(), team.nudge()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await team.nudgeTo('jo'))?.version).toBe(1)
  })

  test('says who asks until when, and becomes a thank-you with the answer', async () => {
    const team = await halfPast()
    await team.nudge()
    const key = `nudge:${team.memberId('eva')}:${ON}`
    const asked = await team.shown(key)
    expect(asked?.text).toMatch(/<@U-boss> asks for your standup in .* it closes at 11:00/)
    expect(buttonsIn(asked)).toEqual(['standup.as-planned', 'standup.open'])
    await team.submit(team.person('eva'), ON, {}, { viewId: 'V2' })
    expect((await team.message(key))?.version).toBe(2)
    expect(buttonsIn(await team.shown(key))).toEqual([])
  })

  test('its button ends with the close', async () => {
    const team = await halfPast()
    await team.nudge()
    await team.tickAt(`${ON}T10:00:00Z`)
    expect((await team.nudgeTo('jo'))?.version).toBe(2)
    expect(buttonsIn(await team.shown(`nudge:${team.memberId('jo')}:${ON}`))).toEqual([])
    expect(await team.nudge()).toEqual({ ok: false, reason: 'nobody' })
  })

  test('neither reaches whoever is away, nor whoever presses', async () => {
    const team = await halfPast()
    await team.leave('U-eva', ON)
    await setManager(database.db, team, 'U-jo')
    expect(await team.nudge(team.person('jo'))).toEqual({ ok: false, reason: 'nobody' })
  })

  test('is for whoever leads the team', async () => {
    const team = await halfPast()
    for (const who of [team.person('ben'), testPerson(team.workspaceId, 'U-x', { isAdmin: true })])
      expect(await team.nudge(who)).toEqual({ ok: false, reason: 'not-allowed' })
    const abroad = testPerson('T-ABROAD', 'U-boss')
    expect(await team.nudge(abroad)).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

describe('reading and writing', () => {
  const seenOf = (team: Awaited<ReturnType<typeof halfPast>>, revision = 1) => ({
    ...{ memberId: team.memberId('ben'), revision },
  })
  const commentKey = (team: Awaited<ReturnType<typeof halfPast>>, by = 'U-boss', version = 1) =>
    `comment:${team.memberId('ben')}:${ON}:${by}:${version}`
  const list = async (team: Awaited<ReturnType<typeof halfPast>>) =>
    (await readAnswers(team.context, team.boss, team.of))!

  test('the rep sees on the receipt that it was read; nothing else is sent', async () => {
    const team = await halfPast()
    expect((await morningOf(team))?.blocks.at(-1)).toMatchObject({
      elements: [{ text: { text: 'Read 1 answer' } }],
    })
    expect(await markRead(team.context, team.boss, team.of, [seenOf(team)])).toEqual({ ok: true })
    const receipt = await team.shown(`standup:${team.memberId('ben')}:${ON}`)
    expect(receipt?.text).toContain(':eyes: <@U-boss> has read this.')
    expect(await team.message(commentKey(team))).toBeNull()
    expect((await list(team)).answers).toMatchObject([{ state: 'read' }])
    expect((await morningOf(team))?.blocks.at(-1)).toMatchObject({
      elements: [{ text: { text: 'All answers' } }],
    })
  })

  test('an answer that was edited after it was read is to be read again, and its receipt says so', async () => {
    const team = await halfPast()
    await markRead(team.context, team.boss, team.of, [seenOf(team)])
    await team.submit(team.person('ben'), ON, { plan: ['Call Beta'] }, { viewId: 'V3' })
    expect((await list(team)).answers).toMatchObject([{ state: 'changed', revision: 2 }])
    const receipt = await team.shown(`standup:${team.memberId('ben')}:${ON}`)
    expect(receipt?.text).toContain('read this before your last change')
    // The list that was open before the edit marks only what it showed.
    await markRead(team.context, team.boss, team.of, [seenOf(team)])
    expect((await list(team)).answers).toMatchObject([{ state: 'changed' }])
    await markRead(team.context, team.boss, team.of, [seenOf(team, 99)])
    expect((await list(team)).answers).toMatchObject([{ state: 'read' }])
  })

  test('a comment that changes comes as a new message, and the one before says so; it can be taken back', async () => {
    const team = await halfPast()
    const key = commentKey(team)
    const write = (text: string) => commentOn(team.context, team.boss, team.of, seenOf(team), text)
    expect(await write('Well done <@U1>')).toEqual({ ok: true })
    expect(await team.message(key)).toMatchObject({ toUserId: 'U-ben', version: 1 })
    expect((await team.shown(key))?.text).toContain(
      '<@U-boss> on your standup for Tue, Mar 3:\n> Well done &lt;@U1&gt;',
    )
    await team.markDelivered()
    await write('Well done <@U1>')
    expect((await team.message(key))?.version).toBe(1)
    await write('Call me')
    const second = commentKey(team, 'U-boss', 2)
    expect(await team.message(second)).toMatchObject({ toUserId: 'U-ben', version: 1 })
    expect((await team.shown(second))?.text).toContain('has changed a comment')
    expect((await team.message(key))?.version).toBe(2)
    expect((await team.shown(key))?.text).toContain('stands below now')
    expect((await team.shown(key))?.text).not.toContain('Well done')
    await team.markDelivered()
    await write('')
    expect((await team.shown(second))?.text).toContain('has taken back a comment')
    expect((await list(team)).answers).toMatchObject([{ state: 'read', comments: [] }])
    await write('Call me after all')
    expect((await team.shown(commentKey(team, 'U-boss', 3)))?.text).toContain('Call me after all')
  })

  test('a comment that is taken back before it was delivered never comes', async () => {
    const team = await halfPast()
    await commentOn(team.context, team.boss, team.of, seenOf(team), 'Well done')
    await commentOn(team.context, team.boss, team.of, seenOf(team), '')
    expect(await team.facts(commentKey(team))).toBeNull()
  })

  test('each who leads the team has a comment of their own; the rep gets both, and none changes the other', async () => {
    const team = await halfPast()
    const top = testPerson(team.workspaceId, 'U-top', { name: 'Top' })
    await savePeople(database.db, [top], team.context.clock.now())
    await commentOn(team.context, team.boss, team.of, seenOf(team), 'Well done')
    await setManager(database.db, team, 'U-top')
    await commentOn(team.context, top, team.of, seenOf(team), 'Call Beta, too')
    expect((await team.shown(commentKey(team)))?.text).toContain('<@U-boss> on your standup for Tue, Mar 3:')
    expect((await team.shown(commentKey(team)))?.text).toContain('Well done')
    expect((await team.shown(commentKey(team, 'U-top')))?.text).toContain('Call Beta, too')
    const all = (await readAnswers(team.context, top, team.of))!
    expect(all.answers[0]!.comments).toEqual([
      { byUserId: 'U-boss', own: false, text: 'Well done' },
      { byUserId: 'U-top', own: true, text: 'Call Beta, too' },
    ])
    // The form starts with the reader's own words, and an empty one takes back no other's.
    const form = JSON.stringify(commentView(all, all.answers[0]!, BOT.translator('en')))
    expect(form).toContain('"initial_value":"Call Beta, too"')
    await commentOn(team.context, top, team.of, seenOf(team), '')
    expect((await readAnswers(team.context, top, team.of))!.answers[0]!.comments).toHaveLength(1)
  })

  test('nobody else reads or writes, nobody about an own answer or one that is not there', async () => {
    const team = await halfPast()
    const { ben, eva } = { ben: team.person('ben'), eva: team.person('eva') }
    for (const who of [ben, eva, { ...team.boss, isGuest: true }, testPerson('T-ABROAD', 'U-boss')]) {
      expect(await readAnswers(team.context, who, team.of)).toBeNull()
      expect(await commentOn(team.context, who, team.of, seenOf(team), 'x')).toMatchObject({
        reason: 'not-allowed',
      })
    }
    const missing = { memberId: team.memberId('eva'), revision: 0 }
    expect(await markRead(team.context, team.boss, team.of, [missing])).toMatchObject({ reason: 'no-answer' })
    await setManager(database.db, team, 'U-ben')
    expect((await readAnswers(team.context, ben, team.of))?.answers).toMatchObject([{ state: 'own' }])
    expect(await markRead(team.context, ben, team.of, [seenOf(team)])).toMatchObject({ reason: 'no-answer' })
  })

  test('the rep can see who has opened the answers', async () => {
    const team = await halfPast()
    await list(team)
    const ben = { workspaceId: team.workspaceId, userId: 'U-ben' }
    const seen = await readingsOf(database.db, ben, date, 9)
    expect(seen).toMatchObject([{ viewerUserId: 'U-boss', opened: ['numbers', 'plan', 'report'] }])
  })

  test.each(LOCALES)('the list and the form fit for forty people and any text: %s', async (locale) => {
    const t = BOT.translator(locale)
    const team = await halfPast()
    const all = await list(team)
    const one: ReadableAnswer = {
      ...{ ...all.answers[0]!, state: 'changed' },
      comments: [true, false, false, false].map((own) => ({ byUserId: 'U1', own, text: HOSTILE.repeat(20) })),
      answer: {
        ...{ ...all.answers[0]!.answer, name: HOSTILE.repeat(9), late: true },
        ...{ plan: Array(20).fill(HOSTILE.repeat(6)), done: Array(20).fill(HOSTILE.repeat(6)) },
      },
    }
    const answers = Array.from({ length: 40 }, () => ({ ...one, memberId: crypto.randomUUID() }))
    const view = answersView({ ...all, answers }, t)
    expect(checkView(view)).toEqual([])
    expect(JSON.stringify(view)).not.toMatch(/<!channel>|<https|undefined|NaN/)
    expect(checkView(answersView({ ...all, answers: [] }, t))).toEqual([])
    expect(checkView(commentView(all, one, t))).toEqual([])
  })

  test.each(LOCALES)('the nudge and the comment fit into messages: %s', (locale) => {
    const t = BOT.translator(locale)
    const at = Temporal.Instant.from(`${ON}T10:00:00Z`)
    for (const phase of ['open', 'answered', 'closed', 'excused'])
      expect(
        checkMessage(
          BOT.messages.get('standup-nudge')!.render(
            {
              ...{ kind: 'standup-nudge', teamId: 't', teamName: HOSTILE.repeat(9), channelId: 'C1' },
              ...{ managerUserId: 'U1', byUserId: 'U1', date, closeAt: at, zone: 'UTC', phase },
            } as never,
            t,
          ),
        ),
      ).toEqual([])
    for (const state of ['first', 'changed', 'replaced', 'gone']) {
      const comment = HOSTILE.repeat(25)
      const team = { teamName: HOSTILE.repeat(9), channelId: 'C1', managerUserId: 'U1' }
      const facts = { kind: 'answer-comment', ...team, byUserId: 'U1', date, state, comment }
      const message = BOT.messages.get('answer-comment')!.render(facts as never, t)
      expect(checkMessage(message)).toEqual([])
      expect(message.text).not.toMatch(/<!channel>|undefined/)
    }
  })
})
