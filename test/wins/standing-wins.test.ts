// What stands posted about wins follows: numbers when an earlier win goes, names when the team shows none any more.
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import { saveSettings } from '../../src/org/db/settings.ts'
import type { BoardNames, TeamSettings } from '../../src/org/domain/team.ts'
import { announceSettings } from '../../src/org/flows/announce.ts'
import type { Wish } from '../numbers/small-team.ts'
import { usesDatabase } from '../support/database.ts'
import { testSettings } from '../support/settings.ts'
import { winningTeam } from './winning-team.ts'

const database = usesDatabase()

const TWO = [{ name: 'Ann' }, { name: 'Bea' }]
const winning = async (settings: Partial<TeamSettings> = {}, wishes: readonly Wish[] = TWO) => {
  const there = await winningTeam(database.db, settings, wishes)
  const undo = async (rep: number, reply: number) => {
    const buttons = JSON.stringify(there.reps[rep]!.replies[reply])
    await there.reps[rep]!.click(NUMBERS.undo, /"value":"(line:[^"]+)"/.exec(buttons)![1]!)
  }
  /** The manager chooses who is named; it is in force from the next day on. */
  const choose = async (boardNames: BoardNames, before: BoardNames) => {
    const { context, team } = there
    const settings = (names: BoardNames) => testSettings({ wins: 'all', boardNames: names })
    const now = context.clock.now()
    const effectiveFrom = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })
    await context.db.transaction(async (tx) => {
      const version = { effectiveFrom, settings: settings(boardNames), setBy: 'UBOSS', setAt: now }
      await saveSettings(tx, team, version)
      await announceSettings(tx, context, team, { from: effectiveFrom, before: settings(before) })
    })
  }
  return { ...there, undo, choose }
}

const READS_AND_WRITES = ['select', 'insert', 'update', 'delete', 'execute']
const counting = <Of extends object>(tx: Of, count: () => void): Of =>
  new Proxy(tx, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        if (READS_AND_WRITES.includes(String(name))) count()
        return value.apply(target, args)
      }
    },
  })

describe('an earlier win is taken back or corrected', () => {
  test('the person’s later ones of the month are numbered anew where they stand, nobody else’s', async () => {
    const { type, texts, deliver, edited, undo } = await winning()
    await type('signed Hengxin 5,000')
    await type('signed Acme 4,000')
    await type('signed Oak 3,000', 1)
    await type('signed Elm 2,000')
    await deliver()
    await undo(0, 0)
    expect(await edited()).toEqual([1, 2, 4])
    expect(await texts()).toEqual([
      expect.stringContaining('Taken back'),
      expect.stringMatching(/Acme[\s\S]*1st deal in March/),
      expect.stringMatching(/Oak[\s\S]*1st deal in March/),
      expect.stringMatching(/Elm[\s\S]*2nd deal in March\nTeam in March: €9,000/),
    ])
  })

  test('not what was entered before it, was taken back itself, or is of another month', async () => {
    const { type, deliver, edited, undo, wait } = await winning()
    await type('signed Hengxin 5,000')
    await type('signed Acme 4,000')
    await type('signed Oak 3,000')
    await deliver()
    await undo(0, 2)
    await deliver()
    await undo(0, 1)
    expect(await edited()).toEqual([2])
    await deliver()
    wait({ hours: 24 * 29 })
    await type('signed Elm 2,000')
    wait({ hours: 24 })
    await type('signed Ash 2,000')
    await deliver()
    await undo(0, 5)
    expect(await edited()).toEqual([4])
  })

  test('a deal that was not told is not told after all, and none that is older than 30 days is edited', async () => {
    const { team, type, deliver, edited, undo } = await winning({ wins: 'big' })
    for (const amount of ['5,000', '4,000', '3,000', '8,000', '2,000']) await type(`signed Oak ${amount}`)
    await deliver()
    await undo(0, 0)
    expect(await edited()).toEqual([1, 4])
    await deliver()
    await database.db.execute(sql`
      update wins set entered_at = entered_at - interval '31 days' where workspace_id = ${team.workspaceId}
        and amount > 300000`)
    await undo(0, 1)
    expect(await edited()).toEqual([2])
  })

  test('where no names are shown, the team’s later ones follow', async () => {
    const { type, texts, deliver, undo } = await winning({ boardNames: 'none' })
    await type('signed Hengxin 5,000')
    await type('signed Acme 4,000', 1)
    await deliver()
    await undo(0, 0)
    expect(await texts()).toEqual([
      'Taken back: a deal of the team\nIt no longer counts.',
      expect.stringContaining('The team’s 1st deal in March'),
    ])
  })

  test('in as many statements for eight of them as for two', async () => {
    const counts: number[] = []
    for (const deals of [2, 8]) {
      const { context, type, deliver, undo, edited } = await winning({}, [{ name: 'Ann' }])
      for (let deal = 0; deal < deals; deal += 1) await type('new revenue 100')
      await deliver()
      let statements = 0
      const count = () => {
        statements += 1
      }
      const { db } = context
      context.db = new Proxy(db, {
        get: (target, name) =>
          name === 'transaction'
            ? (run: (tx: object) => Promise<unknown>) => target.transaction((tx) => run(counting(tx, count)))
            : Reflect.get(target, name),
      })
      await undo(0, 0)
      context.db = db
      expect(await edited()).toHaveLength(deals)
      expect(statements).toBeGreaterThan(5)
      counts.push(statements)
    }
    expect(counts[1]).toBe(counts[0])
  })
})

describe('the manager changes whose names are shown', () => {
  test('none any more: no posted win says whose it was, at once; shown again, each does', async () => {
    const { type, texts, deliver, edited, undo, choose, wait } = await winning()
    await type('signed Hengxin 5,000')
    await type('signed Acme 4,000', 1)
    await deliver()
    await undo(0, 0)
    await deliver()
    await choose('none', 'all')
    expect(await edited()).toEqual([1, 2])
    expect((await texts()).join('\n')).not.toMatch(/Ann|Bea|Hengxin|Acme|5,000/)
    await deliver()
    wait({ hours: 48 })
    await type('signed Oak 3,000')
    await deliver()
    await choose('top', 'none')
    expect(await edited()).toEqual([1, 2, 3])
    wait({ hours: 48 })
    const [first, second, third] = await texts()
    expect([first, second]).toEqual([expect.stringContaining('Ann’s deal'), expect.stringContaining('*Bea*')])
    // Whoever logged it while no names were shown counted on that.
    expect(third).toMatch(/^🎉 The team closed a deal\n/u)
  })

  test('nothing is edited where names are shown as before', async () => {
    const { type, deliver, edited, choose } = await winning()
    await type('signed Hengxin 5,000')
    await deliver()
    await choose('top', 'all')
    expect(await edited()).toEqual([])
  })
})
