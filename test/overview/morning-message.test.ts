// What a manager reads in the morning: the first thing to do on top, no longer than a glance takes, in every language.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { TeamMorning } from '../../src/overview/domain/morning.ts'
import { renderMorning } from '../../src/overview/slack/morning-message.ts'
import { clipReading, readingLength, sizeOf } from '../../src/slack/glance.ts'
import { behindOf, quietMorning, usualMorning, warnedOf, worstMorning } from './morning-cases.ts'

const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'

const render = (morning: TeamMorning | null, locale: (typeof LOCALES)[number]) =>
  renderMorning({ kind: 'morning', morning, managerUserId: 'U1' }, BOT.translator(locale))

describe.each(LOCALES)('%s', (locale) => {
  const mornings: [string, TeamMorning][] = [
    ['quiet', quietMorning(locale)],
    ['usual', usualMorning(locale)],
    ['usual and closed', { ...usualMorning(locale), closed: true }],
    ['everything at once', worstMorning(locale)],
    ['everything at once and closed', { ...worstMorning(locale), closed: true }],
    [
      'forty people',
      worstMorning(
        locale,
        Array.from({ length: 40 }, (_, at) => `Ann Mary ${at}`),
      ),
    ],
    ['endless names', worstMorning(locale, [`${'A b '.repeat(60)}`, 'x'.repeat(255), '王'.repeat(80)])],
    ['hostile', worstMorning(locale, [HOSTILE.repeat(9), HOSTILE], [HOSTILE.repeat(40)])],
  ]

  test.each(mornings)('%s: at most twelve lines and 80 words or 160 characters', (_, morning) => {
    const { blocks } = render(morning, locale)
    const { lines, characters } = sizeOf(blocks)
    expect(lines).toBeLessThanOrEqual(12)
    expect(characters).toBeLessThanOrEqual(160)
  })

  test.each(mornings)('%s: within Slack’s limits, with nothing of a name taken for a link', (_, morning) => {
    const message = render(morning, locale)
    expect(checkMessage(message)).toEqual([])
    expect(JSON.stringify(message)).not.toMatch(/<!channel>|<https|undefined|NaN/)
  })

  test('a usual morning says who is missing, blocked, behind and away, in this order', () => {
    const { text } = render(usualMorning(locale), locale)
    const said = {
      en: [
        '*Atlantic North* · Mon, Mar 16: 5 of 8 in',
        '*Not in yet:* Ben Hartmann, Eva Lindqvist, Jonas Weber',
        '*Oliver Smith:* No demo account for the trade fair on Thursday · since yesterday',
        '*Eva Lindqvist:* calls at 55% of pace; 8 a day reaches the target',
        '*Away:* Mia Keller',
      ],
      'zh-CN': [
        '已提交 5/8',
        '*还没提交：* 陈晓明、李静、王建国',
        '*赵敏：* 周四展会的演示账号还没开通',
        '*李静* 的电话量进度比 55%，每天',
        '*休假：* 欧阳文博',
      ],
      'zh-TW': [
        '已送出 5/8',
        '*還沒送出：* 陳怡君、林志明、黃淑芬',
        '*張雅婷：* 週四展覽的展示帳號還沒開通',
        '*林志明* 的電話數進度比 55%，每天',
        '*休假：* 歐陽文博',
      ],
    }[locale]
    const places = said.map((line) => text.indexOf(line))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  test('a blocker is shown whole where there is room for it', () => {
    const text = usualMorning(locale).blockers[0]!
    const whole = worstMorning(locale).blockers[0]!.text
    const morning = { ...usualMorning(locale), blockers: [{ ...text, text: whole }], behind: [] }
    expect(render(morning, locale).text).toContain(whole)
    expect(render({ ...worstMorning(locale), warned: [], own: null }, locale).text).toContain('…')
  })

  test('who has an early sign stands apart from whom somebody has to act about', () => {
    const warned = [warnedOf('Ben', 'red'), warnedOf('Mia', 'blue')]
    const { text } = render({ ...quietMorning(locale), warned }, locale)
    const lines = text.split('\n').filter((line) => line.includes('_circle:'))
    expect(lines.map((line) => [line.includes('Ben'), line.includes('Mia')])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('nobody is named twice: whose warning waits is marked where they are behind, an early sign stands alone', () => {
    const behind = ['Ben', 'Mia', 'Eva'].map((name) => behindOf(name, 30))
    const warned = [warnedOf('Ben', 'red'), warnedOf('Mia', 'blue')]
    const { text } = render({ ...quietMorning(locale), behind, warned }, locale)
    for (const name of ['Ben', 'Mia', 'Eva']) expect(text.split(name)).toHaveLength(2)
    expect(text.split('\n').find((line) => line.includes('Ben'))).toMatch(/^(?:• )?:red_circle:/)
  })

  test('a sign or a warning about something else neither hides nor marks how far somebody is behind', () => {
    const behind = ['Ben', 'Eva'].map((name) => behindOf(name, 11))
    const warned = [warnedOf('Eva', 'red', ''), warnedOf('Ben', 'blue', '')]
    const lines = render({ ...quietMorning(locale), behind, warned }, locale).text.split('\n')
    for (const name of ['Ben', 'Eva']) {
      const own = lines.filter((line) => line.includes(name))
      expect(own).toHaveLength(2)
      expect(
        own.filter((line) => line.includes(':small_red_triangle_down:') && line.includes('20')),
      ).toHaveLength(1)
    }
  })

  test('two people of one name are two: the sign of one does not hide the other', () => {
    const [one, other] = [behindOf('王伟', 11), { ...behindOf('王伟', 22), userId: 'U-other' }]
    const warned = [warnedOf('王伟', 'blue')]
    const { text } = render({ ...quietMorning(locale), behind: [one, other], warned }, locale)
    expect(text).not.toMatch(/20 ?%/)
    expect(text).toMatch(/40 ?%/)
    const marked = { ...quietMorning(locale), behind: [other], warned: [warnedOf('王伟', 'red')] }
    expect(render(marked, locale).text).toMatch(/:small_red_triangle_down: \*王伟/)
  })

  test('warnings are counted, and each of whom they are about is named once', () => {
    const warned = [warnedOf('Ben', 'red'), warnedOf('Ben', 'red', 'visits'), warnedOf('Eva', 'yellow')]
    const { text } = render({ ...quietMorning(locale), warned }, locale)
    const line = text.split('\n').find((one) => one.includes(':red_circle:'))!
    expect(line).toContain('3')
    expect(line.split('Ben')).toHaveLength(2)
    expect(line).toContain('Eva')
  })

  test('a quiet one is two lines', () => {
    const { blocks, text } = render(quietMorning(locale), locale)
    expect(sizeOf(blocks).lines).toBeLessThanOrEqual(3)
    expect(text).toContain(BOT.translator(locale)('morning.quiet'))
  })

  test('a former reader sees who leads now, and nothing of the team', () => {
    const { text } = render(null, locale)
    expect(text).toContain('<@U1>')
  })
})

describe('what there is to read', () => {
  test.each([
    ['Not in yet: Ben', 8],
    [':palm_tree: *Away:* Mia', 4],
    ['还没提交：陈晓明', 7],
    ['已提交 5/8', 5],
    ['<@U123> is helping', 6],
    ['', 0],
  ])('%s', (text, length) => expect(readingLength(text)).toBe(length))

  test.each([
    ['one two three four', 6, 'one two three…'],
    ['one two three', 6, 'one two three'],
    ['等价格表和合同', 4, '等价格表…'],
    ['x'.repeat(500), 4, '…'],
  ])('%s within %i', (text, most, clipped) => expect(clipReading(text, most)).toBe(clipped))
})
