// `/kpi todo`: adds what is typed, shows it, and closes it in place; others are told of what is theirs.
import { describe, expect, test } from 'vitest'
import { changeAction } from '../../src/actions/flows/change-action.ts'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { ACTION_ITEMS } from '../../src/actions/slack/ids.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { listAudit } from '../../src/org/audit/flows/list-audit.ts'
import { usesDatabase } from '../support/database.ts'
import { todoTeam } from './todo.ts'

const database = usesDatabase()

const team = (...of: Parameters<typeof todoTeam> extends [unknown, ...infer Rest] ? Rest : never) =>
  todoTeam(database.db, ...of)

describe('what is typed', () => {
  test('is added with its date, and capitals stay as they are', async () => {
    const { add, stored } = await team()
    expect(await add('UAnn', 'call Hengxin by Friday')).toBe('On your list: call Hengxin · due Fri, Mar 6')
    expect(await stored()).toMatchObject([
      { text: 'call Hengxin', ownerUserId: 'UAnn', createdBy: 'UAnn', state: 'open', helperUserIds: [] },
    ])
  })

  test.each([
    ['Send the offer to ACME tomorrow', 'Send the offer to ACME', '2026-03-03'],
    ['before 12 March: call Bob', 'call Bob', '2026-03-12'],
    ['prepare the Q2 plan by Friday', 'prepare the Q2 plan', '2026-03-06'],
    ['today call Bob', 'call Bob', '2026-03-02'],
    ['Ask for 3 references', 'Ask for 3 references', '2026-03-03'],
  ])('“%s” is understood', async (line, text, dueOn) => {
    const { add, stored } = await team()
    await add('UAnn', line)
    const [item] = await stored()
    expect([item?.text, item?.dueOn.toString()]).toEqual([text, dueOn])
  })

  test.each([
    ['跟进恒信 周五', '跟进恒信'],
    ['周五前跟进恒信', '跟进恒信'],
    ['跟进恒信，周五之前', '跟进恒信'],
  ])('in Chinese “%s” is understood', async (line, text) => {
    const { add, stored } = await team([{ name: 'Ann', more: { locale: 'zh-CN' } }])
    await add('UAnn', line)
    const [item] = await stored()
    expect([item?.text, item?.dueOn.toString()]).toEqual([text, '2026-03-06'])
  })

  test('without a date it is due on the next working day', async () => {
    const { add, context, stored } = await team()
    context.moveTo('2026-03-06T09:00:00Z')
    await add('UAnn', 'call Hengxin')
    expect((await stored())[0]?.dueOn.toString()).toBe('2026-03-09')
  })

  test('a day that is over, a week and two dates are asked about, and nothing is added', async () => {
    const { add, stored } = await team()
    expect(await add('UAnn', 'call Hengxin 2026-03-01')).toContain('over')
    expect(await add('UAnn', 'call Hengxin next week')).not.toContain('On your list')
    expect(await add('UAnn', 'by Friday')).toContain('Add one')
    expect(await stored()).toEqual([])
  })

  test('a person in no team is told so', async () => {
    const { as, people, workspaceId } = await team()
    people.UNONE = { ...people.UAnn!, workspaceId, userId: 'UNONE' }
    expect(await as('UNONE').command('todo call Hengxin')).toContain('no team')
    expect(await as('UNONE').command('todo')).toContain('no team')
  })
})

describe('an item for somebody else', () => {
  test('is told to them, with who helps', async () => {
    const { add, told, stored } = await team([{ name: 'Ann' }, { name: 'Liu' }, { name: 'Bea' }])
    expect(await add('UBOSS', '<@ULiu> <@UBea|bea> send the offer on Friday')).toBe(
      '<@ULiu> is told: send the offer · due Fri, Mar 6',
    )
    expect(await stored()).toMatchObject([
      { ownerUserId: 'ULiu', helperUserIds: ['UBea'], assignedBy: 'UBOSS' },
    ])
    const given = (await told()).filter(({ kind }) => kind === 'action-given')
    expect(given.map(({ userId, message }) => [userId, message.text])).toEqual([
      ['UBea', '<@ULiu> is accountable for this, and you help:\n> send the offer'],
      ['ULiu', '<@UBOSS> gave you this:\n> send the offer\ndue Fri, Mar 6'],
    ])
  })

  test('stands in the list of who helps, without a button; they can neither close nor change it', async () => {
    const { add, as, stored } = await team([{ name: 'Ann' }, { name: 'Liu' }, { name: 'Bea' }])
    await add('UBOSS', '<@ULiu> <@UBea> bring the samples on Friday')
    const { actionId } = (await stored())[0]!
    expect((await as('UBea').command('todo')).split('\n')).toEqual([
      'Nothing on your list.',
      '*You help with* · 1',
      '• *Liu* · bring the samples · due Fri, Mar 6 · with <@UBea>',
      expect.stringContaining('Add one'),
    ])
    expect(await as('UAnn').command('todo')).not.toContain('samples')
    expect(await as('UBea').click(ACTION_ITEMS.done, `list action ${actionId}`)).toContain('Only the owner')
    expect(await as('UBea').click(ACTION_ITEMS.change, `list action ${actionId}`)).toContain('Only the owner')
    expect((await as('UBOSS').command('todo')).match(/bring the samples/g)).toHaveLength(1)
  })

  test('may name them plainly', async () => {
    const { add, stored } = await team()
    await add('UBOSS', '@Liu send the offer tomorrow')
    expect(await stored()).toMatchObject([{ ownerUserId: 'ULiu', text: 'send the offer' }])
    expect(await add('UBOSS', '@Nobody send the offer tomorrow')).toContain('Nobody in your teams')
  })

  test('is refused outside of the teams that the person is in or leads', async () => {
    const other = await team([{ name: 'Zoe' }])
    const { add, stored, people } = await team()
    expect(await add('UBOSS', '<@UZoe> call Hengxin tomorrow')).toContain('team')
    people.UZoe = { ...other.people.UZoe!, workspaceId: people.UAnn!.workspaceId }
    expect(await add('UZoe', '<@ULiu> call Hengxin tomorrow')).toContain('team')
    expect(await stored()).toEqual([])
  })
})

describe('the list', () => {
  test('has one’s own, and for the manager the team’s, what is overdue first', async () => {
    const { add, as, context } = await team()
    await add('UAnn', 'call Hengxin by Friday')
    await add('UAnn', 'write to Acme today')
    await add('UBOSS', 'plan the review tomorrow')
    context.moveTo('2026-03-03T09:00:00Z')
    expect((await as('UAnn').command('todo')).split('\n').slice(0, 3)).toEqual([
      '*Your list* · 2 open',
      '• :red_circle: write to Acme · was due Mon, Mar 2',
      '• call Hengxin · due Fri, Mar 6',
    ])
    expect((await as('UBOSS').command('todo')).split('\n').slice(0, 5)).toEqual([
      '*Your list* · 1 open',
      '• plan the review · due today',
      '*Your team* · 2 open',
      '• *Ann* · :red_circle: write to Acme · was due Mon, Mar 2',
      '• *Ann* · call Hengxin · due Fri, Mar 6',
    ])
    expect(await as('ULiu').command('todo')).toContain('Nothing on your list')
  })

  test.each(LOCALES)('of hundreds of long items fits into a message (%s)', async (locale) => {
    const { as, add } = await team([{ name: 'Ann', more: { locale } }])
    for (let count = 0; count < 30; count += 1) await add('UAnn', `${'<&>长'.repeat(100)} 2026-03-06`)
    const text = await as('UAnn').command('todo')
    expect(text.length).toBeLessThan(4_000)
  })

  test('is drawn anew when something on it is done', async () => {
    const { add, as, stored } = await team()
    await add('UAnn', 'call Hengxin by Friday')
    const [item] = await stored()
    await as('UAnn').command('todo')
    expect(await as('UAnn').click(ACTION_ITEMS.done, `list action ${item!.actionId}`)).toContain(
      'Nothing on your list',
    )
    expect(await stored()).toMatchObject([{ state: 'done', closedBy: 'UAnn', reason: null }])
  })
})

describe('closing and changing', () => {
  test('twice done is done once; by others it is refused, and the manager may', async () => {
    const { add, as, stored, context, people } = await team([{ name: 'Ann' }, { name: 'Liu' }])
    await add('UAnn', 'call Hengxin by Friday')
    const [item] = await stored()
    const value = `list action ${item!.actionId}`
    expect(await as('ULiu').click(ACTION_ITEMS.done, value)).toContain('Only the owner')
    await as('UBOSS').click(ACTION_ITEMS.done, value)
    await as('UAnn').click(ACTION_ITEMS.done, value)
    expect(await stored()).toMatchObject([{ state: 'done', closedBy: 'UBOSS' }])
    const audited = await listAudit(context, people.UAnn!, { userId: null, after: null })
    expect(audited.events.map(({ event }) => event.kind)).toEqual(['action-item'])
  })

  test('the form hands an item on, puts it off and drops it with a reason', async () => {
    const { add, as, stored, told } = await team()
    await add('UAnn', 'call Hengxin by Friday')
    const { actionId } = (await stored())[0]!
    const open = (userId: string) => as(userId).click(ACTION_ITEMS.change, `list action ${actionId}`)
    await open('UAnn')
    expect(await as('UAnn').submit({ Due: '2026-03-01' })).toEqual({
      ...{ kind: 'errors', errors: { due: 'That day is over. Name one from today on.' } },
    })
    expect(await as('UAnn').submit({ Due: '2026-03-10' })).toMatchObject({ kind: 'close' })
    expect((await stored())[0]!.dueOn.toString()).toBe('2026-03-10')
    await open('UAnn')
    expect(await as('UAnn').submit({ State: 'dropped' })).toMatchObject({ kind: 'errors' })
    expect(
      await as('UAnn').submit({ State: 'dropped', 'Why it is dropped': 'They went elsewhere' }),
    ).toMatchObject({
      kind: 'close',
    })
    expect(await stored()).toMatchObject([{ state: 'dropped', reason: 'They went elsewhere' }])
    expect(await open('UAnn')).toContain('closed this')
    expect((await told()).filter(({ kind }) => kind === 'action-given')).toEqual([])
  })

  test('a weight makes it a milestone, and the list says how far one is with them', async () => {
    const { add, as, stored } = await team()
    for (const line of ['first by Friday', 'second by Friday', 'third on March 20']) await add('UAnn', line)
    const ids = (await stored()).map(({ actionId }) => actionId)
    const weigh = async (index: number, weight: string) => {
      await as('UAnn').click(ACTION_ITEMS.change, `list action ${ids[index]}`)
      return as('UAnn').submit({ 'Milestone: its weight': weight })
    }
    expect(await as('UAnn').command('todo')).not.toContain('ilestone')
    for (const weight of ['0', '101', '1.5', 'much'])
      expect(await weigh(0, weight), weight).toMatchObject({ kind: 'errors' })
    for (const [index, weight] of ['3', '1', '1'].entries())
      expect(await weigh(index, weight)).toMatchObject({ kind: 'close' })
    await as('UAnn').click(ACTION_ITEMS.done, `list action ${ids[0]}`)
    const list = await as('UAnn').command('todo')
    expect(list).toContain('Milestones this quarter: 1 of 3, 60%')
    expect(list).toContain('second · due Fri, Mar 6 · milestone')
    expect(await weigh(1, '')).toMatchObject({ kind: 'close' })
    expect(await as('UAnn').command('todo')).toContain('1 of 2, 75%')
  })

  test('a milestone of the last quarter that is done in this one counts in it; one that was done before does not', async () => {
    const { context, as, people, workspaceId, teamId } = await team([{ name: 'Ann' }])
    const milestone = (text: string, weight: number, dueOn: string) =>
      context.db.transaction((tx) =>
        createAction(
          tx,
          context,
          {
            ...{
              workspaceId,
              teamId,
              text,
              weight,
              helperUserIds: [],
              ownerUserId: 'UAnn',
              createdBy: 'UAnn',
            },
            ...{ dueOn: Temporal.PlainDate.from(dueOn), origin: { kind: 'person', reference: null } },
          },
          '/kpi todo',
        ),
      )
    const close = ({ actionId }: { actionId: string }) =>
      changeAction(context, people.UAnn!, actionId, { close: 'done' }, '/kpi todo')
    const late = await milestone('Open Lyon', 60, '2026-03-30')
    const early = await milestone('Open Nantes', 50, '2026-03-27')
    await milestone('Hire two', 40, '2026-06-15')
    // A minute before April in Berlin.
    context.moveTo('2026-03-31T21:59:00Z')
    await close(early)
    context.moveTo('2026-04-02T10:00:00Z')
    expect(await as('UAnn').command('todo')).toContain('Milestones this quarter: 0 of 2, 0%')
    await close(late)
    expect(await as('UAnn').command('todo')).toContain('Milestones this quarter: 1 of 2, 60%')
  })

  test('a forged id or value changes nothing', async () => {
    const { as } = await team()
    for (const value of [
      '',
      'list action',
      `list action ${crypto.randomUUID()}`,
      `x action ${crypto.randomUUID()}`,
    ])
      expect(await as('UAnn').click(ACTION_ITEMS.done, value)).toContain('Only the owner')
  })
})
