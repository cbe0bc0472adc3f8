// Hostile texts in every input field and in people's names are stored as typed and shown as plain text, in every language.

import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { BOARDS } from '../../src/boards/slack/ids.ts'
import { STANDUP_MESSAGES } from '../../src/checkins/standup/domain/standup-messages.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import type { Context } from '../../src/core/context.ts'
import type { Database, Transaction } from '../../src/core/db/client.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { CorrectionSubject } from '../../src/numbers/domain/message-facts.ts'
import { METRICS, NUMBERS } from '../../src/numbers/slack/ids.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { introduction } from '../../src/org/flows/team-messages.ts'
import { TEAM_SETUP } from '../../src/org/slack/ids.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import type { MessageDraft } from '../../src/outbox/domain/message.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import type { ModalView } from '../../src/slack/blocks.ts'
import { degrade } from '../../src/slack/degrade.ts'
import { createDirectory } from '../../src/slack/directory.ts'
import type { ClientFor } from '../../src/slack/send.ts'
import { TARGETS } from '../../src/targets/slack/ids.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { teamMessages } from './every-message.ts'
import { HOSTILE, type HostileText } from './hostile-cases.ts'
import { type Heard, type Move, perform, tried } from './listeners.ts'
import { smuggled } from './smuggled.ts'
import { buildWorld, HOME, NOW, ROLES, type World } from './world.ts'

const database = usesDatabase()
let world: World
const known = new Set<string>([...Object.values(ROLES), 'C0NORTHSIDE', 'C0SOUTHSIDE'])
beforeAll(async () => {
  world = await buildWorld(database.db)
})

const points = (text: string, length: number) => [...text].slice(0, length).join('').trimEnd()
const field = (value: string) => ({ field: { type: 'plain_text_input', value } })

/** `perform` checks responses against Slack's limits; this checks them for injected markup. */
async function does(context: Context, userId: string, move: Move): Promise<Heard> {
  const heard = await perform(context, { userId, workspaceId: HOME }, move)
  expect(heard.errors, JSON.stringify(move).slice(0, 200)).toEqual([])
  expect(smuggled(heard.told, known), JSON.stringify(move).slice(0, 200)).toEqual([])
  return heard
}
const submit = (callbackId: string, metadata: object, state: Extract<Move, { kind: 'submit' }>['state']) =>
  ({ kind: 'submit', callbackId, metadata: JSON.stringify(metadata), state }) as const
const command = (text: string): Move => ({ kind: 'command', text, channelId: world.north.channelId })

/** Types the text into every field, and returns what is stored in the database. */
async function typeEverywhere(context: Context, { typed, kept }: HostileText): Promise<void> {
  const { teamId, channelId, numbersDate, standupDate, repUserId } = world.north
  const renamed = { channelId, teamId, more: false }
  await does(context, ROLES.manager, submit(TEAM_SETUP.form, renamed, { name: field(typed) }))
  // In force from tomorrow, but shown from now on.
  await context.db.execute(sql`delete from team_settings where team_id = ${teamId}::uuid
    and effective_from < (select max(effective_from) from team_settings where team_id = ${teamId}::uuid)`)
  expect(
    await oneOf(
      context.db,
      sql`select settings ->> 'name' from team_settings where team_id = ${teamId}::uuid`,
    ),
  ).toEqual([points(kept, 80)])

  const metric = { teamId, role: 'hunter', key: 'own-1' }
  await does(context, ROLES.manager, submit(METRICS.form, metric, { name: field(typed) }))
  const added = { name: field(typed), unit: chosen('count'), decimals: chosen('0') }
  await does(context, ROLES.manager, submit(METRICS.ownForm, { teamId, role: 'hunter' }, added))
  const defined = { 'name:en': field(typed), aliases: field(typed), layer: chosen('process') }
  await does(context, ROLES.admin, submit(METRICS.definitionForm, metric, defined))
  const fits = [...kept].length <= 40
  expect(
    await oneOf(
      context.db,
      sql`select label from metrics where team_id = ${teamId}::uuid and metric_key = 'own-1'`,
    ),
  ).toEqual([fits ? kept : 'NORTHDATA <!channel> <@U0EVIL>'])

  const asked = { team: teamId, user: repUserId, date: numbersDate, metric: 'own-1', asked: {} }
  const corrected = {
    [`number:own-1:${numbersDate}:own-1`]: { number: { type: 'number_input', value: '12' } },
    'correct:reason': field(typed),
  }
  await does(context, ROLES.manager, submit(NUMBERS.correctForm, asked, corrected))
  expect(
    await oneOf(
      context.db,
      sql`select reason from activity where team_id = ${teamId}::uuid and source = 'correction'`,
    ),
  ).toEqual([points(kept, 300)])

  const chosenTarget = {
    ...{ metric: chosen('own-1'), period: chosen('month 2026-03-01'), value: field('600') },
    ...{ split: chosen('weights'), reason: field(typed) },
  }
  const weighed = await does(context, ROLES.manager, submit(TARGETS.form, { team: teamId }, chosenTarget))
  const weighing = JSON.parse((weighed.views[0] as ModalView).private_metadata!) as { reason: string }
  expect(weighing.reason).toBe(points(kept, 200))
  const shown = await does(
    context,
    ROLES.manager,
    submit(TARGETS.form, { team: teamId }, { ...chosenTarget, split: chosen('equal') }),
  )
  const preview = JSON.parse((shown.views[0] as ModalView).private_metadata!) as { reason: string }
  await does(context, ROLES.manager, submit(TARGETS.previewForm, preview, {}))
  expect(
    await oneOf(
      context.db,
      sql`select reason from target_versions where team_id = ${teamId}::uuid and version = 2`,
    ),
  ).toEqual([points(kept, 200)])

  await pasteTargets(context, typed)

  const standup = { team: teamId, date: standupDate, revision: 9, asked: {}, solved: [], home: false }
  const lines = {
    plan: field(typed),
    blocker: field(typed),
    note: field(typed),
    helper: person(ROLES.manager),
  }
  await does(context, ROLES.rep, submit(STANDUP.form, standup, lines))
  await expectLines(context, kept, typed)
  const raised = sql`select blocker_id from blockers where team_id = ${teamId}::uuid and state = 'open'`
  for (const blockerId of await oneOf(context.db, raised))
    await does(context, ROLES.manager, { kind: 'action', actionId: STANDUP.help, value: blockerId })
  for (const manager of [ROLES.director, ROLES.manager])
    await does(
      context,
      ROLES.admin,
      submit(TEAM_SETUP.form, { ...renamed, more: true }, { manager: person(manager) }),
    )
}

const chosen = (value: string) => ({ field: { type: 'static_select', selected_option: { value } } })
const person = (userId: string) => ({ field: { type: 'users_select', selected_user: userId } })
const oneOf = async (db: Database, query: ReturnType<typeof sql>) =>
  (await db.execute<Record<string, string>>(query)).flatMap((row) => Object.values(row))

/** Multi-line fields store separate lines; joined again they equal the paragraph. */
async function expectLines(context: Context, kept: string, typed: string): Promise<void> {
  const { teamId, standupDate } = world.north
  const of = sql`team_id = ${teamId}::uuid`
  const joined = (rows: string[]) => rows.join(' ').replaceAll(/\s+/g, ' ')
  const single = !/[\n\u2028]/.test(typed)
  const expected = single ? points(kept, 300) : kept
  const plan = await oneOf(
    context.db,
    sql`select text from plan_items where ${of} and date = ${standupDate}::date order by position`,
  )
  expect(joined(plan)).toBe(joined([expected]))
  const stuck = await oneOf(
    context.db,
    sql`select text from blockers where ${of} and not withdrawn and raised_on = ${standupDate}::date`,
  )
  expect([...new Set(stuck)].toSorted()).toEqual(single ? [expected] : kept.split(' ').toSorted())
  expect(
    await oneOf(context.db, sql`select done_note from standups where ${of} and date = ${standupDate}::date`),
  ).toEqual([points(kept, 1000)])
}

/** First as the table and as each of its cells, then as the reason. */
async function pasteTargets(context: Context, typed: string): Promise<void> {
  const { teamId } = world.north
  const paste = (table: string, callbackId: string = TARGETS.tableForm, metadata: object = {}) =>
    does(
      context,
      ROLES.manager,
      submit(
        callbackId,
        { team: teamId, shown: null, ...metadata },
        { table: field(table), reason: field(typed) },
      ),
    )
  for (const cells of [[typed], [typed, typed, typed, typed], [ROLES.rep, 'own-1', '2026-03', typed]])
    await paste(cells.join('\t'))
  const table = `${ROLES.rep}\town-1\t2026-03\t5`
  const shown = await paste(table)
  const metadata = JSON.parse((shown.views[0] as ModalView).private_metadata!) as object
  await paste(table, TARGETS.tablePreview, metadata)
}

/** People's names come from Slack, where everyone can set their own. */
async function callEverybody(context: Context, { typed, kept }: HostileText): Promise<void> {
  const users = {
    info: async ({ user }: { user: string }) => ({
      user: { id: user, tz: 'Europe/Berlin', profile: { display_name: typed } },
    }),
  }
  const directory = createDirectory((() => ({ users })) as unknown as ClientFor)
  for (const userId of [ROLES.rep, ROLES['another rep'], ROLES.manager, ROLES['guest who is a member']]) {
    const told = (await directory.person(HOME, userId))!
    expect(told.name).toBe(points(kept, 80))
    await savePeople(context.db, [{ ...told, zone: 'Europe/Berlin' }], context.clock.now())
  }
}

/** Every kind of message in every language, also in its degraded forms. */
async function readMessages(context: Context): Promise<Set<string>> {
  const { workspaceId, teamId, channelId, memberIds } = world.north
  const date = Temporal.PlainDate.from(world.north.standupDate)
  const problem = {
    workspaceId,
    key: 'problem:x',
    kind: 'delivery-problem',
    teamId,
    audience: { to: 'person', userId: ROLES.manager },
  } as const
  await enqueueMessage(context.db as unknown as Transaction, context, [
    introduction({ workspaceId, teamId, channelId }),
    STANDUP_MESSAGES.reminder({
      workspaceId,
      teamId,
      memberId: memberIds[1]!,
      userId: ROLES['another rep'],
      date,
    }),
    { ...problem, subject: { problem: 'cannot-message-member', channelId, userId: ROLES.rep } },
    ...(await ownCorrections(context)),
    ...(await teamMessages(context.db as unknown as Transaction, context, world)),
  ])
  const kinds = new Set<string>()
  for (const { messageKey } of await context.db.select().from(messages)) {
    const message = await findMessage(context.db, { workspaceId, messageKey })
    const now = context.clock.now()
    // Also what is shown only where it was sent already.
    const facts =
      message &&
      ((await factsOf(context.db, message, now)) ?? (await factsOf(context.db, { ...message, ts: '1' }, now)))
    if (!facts) continue
    const { kind } = message
    kinds.add(kind)
    for (const locale of LOCALES)
      for (
        let form: ReturnType<typeof degrade> = BOT.messages
          .get(kind)!
          .render(facts as never, BOT.translator(locale));
        form;
        form = degrade(form)
      ) {
        expect(checkMessage(form), `${kind} in ${locale}`).toEqual([])
        expect(smuggled(form, known), `${kind} in ${locale}`).toEqual([])
      }
  }
  return kinds
}

/** What the director would be told, had the rep corrected the numbers. */
async function ownCorrections(context: Context): Promise<MessageDraft[]> {
  const rows = await context.db.select().from(messages)
  return rows.flatMap(({ workspaceId, kind, subject }) =>
    kind === 'number-corrected'
      ? [
          {
            ...{ workspaceId, key: 'own-corrected:x', kind: 'own-number-corrected', teamId: null },
            ...{ audience: { to: 'person', userId: ROLES.director }, subject: subject as CorrectionSubject },
          },
        ]
      : [],
  )
}

/** Every view and every ephemeral reply, as each reader gets it. */
async function lookEverywhere(context: Context, { typed }: HostileText): Promise<void> {
  const { teamId, repUserId, numbersDate } = world.north
  const metadata = JSON.stringify({ teamId, role: 'hunter' })
  const board = JSON.stringify({ team: teamId, period: 'day', from: numbersDate })
  for (const text of [
    'setup',
    'members',
    'metrics',
    'days',
    'leave',
    `correct <@${repUserId}>`,
    'audit',
    'target',
    'target history',
    'target table',
    'board',
    'board month',
  ])
    await does(context, ROLES.manager, command(text))
  await does(context, ROLES.manager, {
    kind: 'action',
    actionId: TEAM_SETUP.moreOptions,
    value: 'more',
    view: { metadata: JSON.stringify({ channelId: world.north.channelId, teamId, more: false }) },
  })
  await does(context, ROLES.manager, {
    kind: 'action',
    actionId: METRICS.menu,
    value: 'edit own-1',
    view: { metadata },
  })
  for (const text of [
    'standup',
    'log',
    'me',
    'board',
    'help',
    'target',
    'target history',
    `target ${typed}`,
    'audit',
    'seen',
    `audit ${typed}`,
    'log calls 1',
    `log ${typed} 5`,
    `log 5 ${typed}`,
    `log calls ${typed}`,
    `board ${typed}`,
    `leave ${typed}`,
    `correct ${typed}`,
    typed,
  ])
    await does(context, ROLES.rep, command(text))
  await does(context, ROLES.rep, { kind: 'action', actionId: BOARDS.myPlace, value: board })
  await does(context, ROLES['another rep'], { kind: 'action', actionId: BOARDS.myPlace, value: board })
  await does(context, ROLES.rep, { kind: 'action', actionId: TARGETS.why, value: teamId })
  await does(context, ROLES.rep, { kind: 'home' })
}

describe.each(HOSTILE)('$name', (hostile) => {
  test('in every field, and in everyone’s name', async () => {
    await tried(world.context, async (context) => {
      await callEverybody(context, hostile)
      await typeEverywhere(context, hostile)
      expect(await readMessages(context)).toEqual(
        new Set([...BOT.messages.keys()].filter((kind) => kind !== 'setup-invitation')),
      )
      await lookEverywhere(context, hostile)
      // On the next day planned lines and blockers are checkboxes.
      world.context.moveTo('2026-03-04T08:15:00Z')
      const { views } = await does(context, ROLES.rep, command('standup'))
      expect(JSON.stringify(views)).toContain('"checkboxes"')
    }).finally(() => world.context.moveTo(NOW))
  })
})

test('a text without visible characters is not accepted as a name, line or reason', async () => {
  await tried(world.context, async (context) => {
    const nothing = field('\u200B \u200D\uFE0F\u3164\u2800\u202E')
    const { teamId, channelId } = world.north
    const { told } = await does(
      context,
      ROLES.manager,
      submit(TEAM_SETUP.form, { channelId, teamId, more: false }, { name: nothing }),
    )
    expect(told).toEqual([{ response_action: 'errors', errors: { name: expect.any(String) } }])
  })
})

test('the check for injected markup finds it', () => {
  const section = (text: string, verbatim = true) => ({
    blocks: [{ text: { type: 'mrkdwn', text, verbatim } }],
  })
  expect(smuggled(section('hello <@U0ANN>'), known)).toEqual([])
  for (const text of [
    '<!channel>',
    '<@U0EVIL>',
    '<https://a.example|b>',
    '<@U0ANN|x>',
    'a < b',
    'x > y',
    'a\u202Eb',
    '\uD83D',
  ])
    expect(smuggled(section(text), known), text).toHaveLength(1)
  expect(smuggled(section('hello', false), known)).toHaveLength(1)
  expect(smuggled({ text: '<!here>', blocks: [] }, known)).toHaveLength(1)
})
