// The tour of warnings in both languages: a colleague falls behind, from the early sign to the end, by moving the clock.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/demo.ts'
import { moveAlong } from '../../demo/move-along.ts'
import { openMorning } from '../../demo/open-morning.ts'
import type { TourStep } from '../../sandbox/tour.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'

const MINUTES = 60_000
const DIRECTOR = 'grace'

const TEAMS = {
  en: {
    ...{ rep: 'darius', manager: 'marta', name: 'Darius Cole', channel: 'sales-atlantic' },
    sign: ['Early sign: calls', 'would be on pace for', 'to go', 'sent to you alone'],
    line: ['nothing to do yet', 'Darius Cole'],
    warning: [
      'Warning: Darius Cole, calls',
      'If nobody is on it by',
      '[I’m on it]',
      '[Not a risk]',
      '[Details]',
    ],
    seen: 'Marta Keller sees this too',
    urgent: 'Urgent',
    answer: ['I’m on it', 'What will be done'],
    action: 'Two of us call the fair list together',
    isOn: ':handshake: @Marta Keller is on it until',
    over: 'Over: Darius Cole, calls',
    ownOver: 'Over: calls',
    directorReads: 'Urgent: Darius Cole, calls',
    directorOver: 'Over: Darius Cole, calls',
  },
  'zh-CN': {
    ...{ rep: 'wang', manager: 'liu', name: '王思雨', channel: 'sales-huadong' },
    sign: ['提示：电话量', '此时应为', '还差', '只发给了您'],
    line: ['早期提示', '王思雨'],
    warning: ['预警：王思雨，电话量', '没有人跟进', '[我来跟进]', '[没有风险]', '[详情]'],
    seen: '刘敏 也能看到',
    urgent: '紧急',
    answer: ['我来跟进', '打算怎么做'],
    action: '每天上午两人一起打展会名单',
    isOn: ':handshake: @刘敏 正在跟进',
    over: '已解除：王思雨，电话量',
    ownOver: '已解除：电话量',
    directorReads: 'Urgent: 王思雨, calls',
    directorOver: 'Over: 王思雨, calls',
  },
} as const
type Language = keyof typeof TEAMS
const LANGUAGES = ['en', 'zh-CN'] as const

let demo: Demo
beforeAll(async () => {
  demo = await startDemo({ log: () => {}, signal: new AbortController().signal })
  await openMorning(demo.harness)
}, 5 * MINUTES)
afterAll(async () => {
  expect(demo.harness.sandbox.refused()).toEqual([])
  await demo.stop()
})

const user = (name: string): UserSession => demo.harness.user(name)
const said = (name: string): string[] =>
  user(name)
    .dm()
    .sees()
    .map(({ words }) => words)
const has = (words: string, parts: readonly string[]) => parts.every((part) => words.includes(part))
/** What somebody was sent about the colleague's warnings, the morning's message aside. */
const toldOf = (name: string, of: string) =>
  said(name).filter((words) => /^:\w+_circle:/.test(words) && words.includes(of))

const stepOf = (language: Language, index: number): TourStep =>
  demo.harness.sandbox.tour!(language).more!.steps[index]!

/** Presses the step's button until it is done, as often as a visitor would. */
async function follow(index: number, language: Language, most = 1): Promise<void> {
  for (let presses = 0; !stepOf(language, index).done; presses += 1) {
    const { move, user: userId, title } = stepOf(language, index)
    if (presses > most) throw new Error(`"${title}" is not done after ${most} presses.`)
    if (move) await moveAlong(demo.harness, Temporal.Instant.from(move.to), move.user)
    user(userId).dm().open()
  }
}

test.each(LANGUAGES)(
  '%s: first the rep alone is told, with what brings them back; the manager reads one line',
  async (language) => {
    const team = TEAMS[language]
    await follow(0, language)
    expect(said(team.rep).some((words) => has(words, team.sign))).toBe(true)
    await follow(1, language)
    const lines = said(team.manager).flatMap((words) => words.split('\n'))
    expect(lines.some((line) => has(line, team.line))).toBe(true)
    expect(toldOf(team.manager, team.name)).toEqual([])
    expect(toldOf(DIRECTOR, team.name)).toEqual([])
  },
  5 * MINUTES,
)

test(
  'a day later rep and manager have the warning, the day after it is urgent; the director knows nothing yet',
  async () => {
    for (const language of LANGUAGES) {
      const team = TEAMS[language]
      await follow(2, language)
      expect(said(team.manager).some((words) => has(words, team.warning))).toBe(true)
      expect(said(team.rep).some((words) => words.includes(team.seen))).toBe(true)
      expect(toldOf(DIRECTOR, team.name)).toEqual([])
    }
    for (const language of LANGUAGES) {
      const team = TEAMS[language]
      await follow(3, language)
      expect(toldOf(team.manager, team.name).at(-1)).toContain(team.urgent)
    }
    // When it is nine in Berlin the two hours in Shanghai are over.
    expect(toldOf(DIRECTOR, TEAMS.en.name)).toEqual([])
  },
  10 * MINUTES,
)

test.each(LANGUAGES)(
  '%s: two working hours later the director is told; the manager takes it on, and it stands on her list',
  async (language) => {
    const team = TEAMS[language]
    await follow(4, language)
    expect(toldOf(DIRECTOR, team.name).at(-1)).toContain(team.directorReads)
    const manager = user(team.manager)
    await manager.dm().click(team.answer[0])
    await manager.modal.fill({ [team.answer[1]]: team.action })
    expect(await manager.modal.submit()).toMatchObject({ closed: true })
    await demo.harness.settled()
    for (const name of [team.rep, team.manager, DIRECTOR])
      expect(said(name).some((words) => has(words, [team.action, ':handshake:']))).toBe(true)
    expect(said(team.manager).some((words) => words.includes(team.isOn))).toBe(true)
    await follow(5, language)
    const { draft } = stepOf(language, 6)
    const [command = '', ...rest] = draft!.split(' ')
    await manager.command(command, rest.join(' '), { in: team.channel })
    await manager.in(team.channel).waitFor(team.action)
    expect(stepOf(language, 6).done).toBe(true)
  },
  5 * MINUTES,
)

test(
  'nobody hears more until the numbers are back; then all who were told hear it, once',
  async () => {
    const before = LANGUAGES.map((language) => toldOf(DIRECTOR, TEAMS[language].name).length)
    for (const language of LANGUAGES) await follow(7, language, 5)
    for (const [index, language] of LANGUAGES.entries()) {
      const team = TEAMS[language]
      // Pace and forecast of the same number end each by itself, in words of its own.
      for (const [name, words] of [
        [team.manager, team.over],
        [team.rep, team.ownOver],
      ] as const) {
        const ends = said(name).filter((one) => one.includes(words))
        expect(ends.length).toBeGreaterThan(0)
        expect(new Set(ends).size).toBe(ends.length)
      }
      expect(said(DIRECTOR).filter((one) => one.includes(team.directorOver))).toHaveLength(1)
      expect(toldOf(DIRECTOR, team.name)).toHaveLength(before[index]! + 1)
    }
  },
  10 * MINUTES,
)
