// The command after /kpi is parsed in any script, width and case, or the nearest one is suggested.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCommand } from '../../src/slack/command-line.ts'

const WORDS = [
  { word: 'board', names: ['leaderboard', '排行', '排行榜'] },
  { word: 'setup', names: ['设置', '設定'] },
  { word: 'members', names: ['成员', '成員'] },
  { word: 'me', names: ['我', '我的'] },
  { word: 'log', names: ['记录', '紀錄'] },
  { word: 'leave', names: ['请假', '請假'] },
  { word: 'help', names: ['帮助', '說明', '?'] },
  { word: 'leave-team', names: ['退出'], telling: ['quit today'] },
]

describe('known', () => {
  test.each([
    ['board', 'board', ''],
    ['  BOARD  Week  calls ', 'board', 'Week  calls'],
    ['ｂｏａｒｄ　週', 'board', '週'],
    ['排行', 'board', ''],
    ['排行榜', 'board', ''],
    ['排行榜 本周', 'board', '本周'],
    ['排行本周 电话', 'board', '本周 电话'],
    ['設定', 'setup', ''],
    ['请假3月5日', 'leave', '3月5日'],
    ['me', 'me', ''],
    ['log calls 5, visits 2', 'log', 'calls 5, visits 2'],
    ['记录\n电话5', 'log', '电话5'],
    ['/kpi board week', 'board', 'week'],
    ['Leave Team', 'leave-team', ''],
    ['leave team now', 'leave-team', 'now'],
    ['LEAVE_TEAM.', 'leave-team', ''],
    ['quit-today @ann', 'leave-team', 'quit-today @ann'],
    ['log: calls 5', 'log', 'calls 5'],
    ['？', 'help', ''],
    ['help!!', 'help', ''],
  ])('%j', (text, word, rest) => {
    expect(parseCommand(text, WORDS)).toEqual({ ok: true, word, rest })
  })
})

describe('unknown, but similar to', () => {
  test.each([
    ['baord', 'board'],
    ['bord week', 'board'],
    ['SETPU', 'setup'],
    ['memebrs', 'members'],
    ['hlep', 'help'],
    ['leave-taem', 'leaveteam'],
    ['lgo', 'log'],
  ])('%j: %s', (text, nearest) => {
    expect(parseCommand(text, WORDS)).toEqual({ ok: false, nearest })
  })

  test.each(['', '   ', 'x', 'quarterly', '天气', '排除', '设制', '請暇', 'ox', 'boardroom-meeting', '💥'])(
    '%j: nothing',
    (text) => {
      expect(parseCommand(text, WORDS)).toEqual({ ok: false, nearest: null })
    },
  )
})

test('of equally similar names the first is suggested', () => {
  const words = ['bat', 'cat', 'hat'].map((word) => ({ word, names: [] }))
  expect(parseCommand('rat', words)).toEqual({ ok: false, nearest: 'bat' })
})

test('Latin words are not split: "menu" is not "me nu"', () => {
  expect(parseCommand('menu', WORDS).ok).toBe(false)
})

test('every name leads to its word, whatever follows', () => {
  const entry = fc.constantFrom(
    ...WORDS.flatMap(({ word, names }) => names.map((name) => [name, word] as const)),
  )
  fc.assert(
    fc.property(entry, fc.string(), ([name, word], rest) => {
      expect(parseCommand(`${name} ${rest}`, WORDS)).toEqual({ ok: true, word, rest: rest.trim() })
    }),
  )
})
