// How the page reads mrkdwn: marks at the edge of words only, references by kind, nothing lost.
import { expect, test } from 'vitest'
import { type Inline, parseInline, parseMrkdwn } from '../../page/text/parse-mrkdwn.ts'

/** One line that shows the tree: `[bold a [italic b]]`. */
function shown(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      if ('inside' in part) return `[${part.kind} ${shown(part.inside)}]`
      const { kind, ...rest } = part
      return `[${kind} ${Object.values(rest).filter(Boolean).join(' ')}]`
    })
    .join('')
}

test.each([
  ['*bold* _slanted_ ~struck~ `code`', '[bold bold] [italic slanted] [strike struck] [code code]'],
  ['*_both_*', '[bold [italic both]]'],
  ['(*a*), "*b*".', '([bold a]), "[bold b]".'],
  ['*今天*：五个', '[bold 今天]：五个'],
  ['snake_case_name 5*3*2 a~b', 'snake_case_name 5*3*2 a~b'],
  ['* a *', '* a *'],
  ['*open', '*open'],
  ['`*not bold* <@U1>`', '[code *not bold* <@U1>]'],
  ['*<@U1> is ahead*', '[bold [user U1] is ahead]'],
  [
    '<@U1|anna> <#C1|sales> <!here> <!subteam^S1|@reps>',
    '[user U1 anna] [channel C1 sales] [broadcast here] [group S1 @reps]',
  ],
  ['<https://a.example/?x=1&amp;y=2|A &amp; B>', '[link https://a.example/?x=1&y=2 A & B]'],
  ['<mailto:a@b.example>', '[link mailto:a@b.example]'],
  ['<!date^1392734382^{date}|once>', '[date 1392734382 {date} once]'],
  ['<!date^soon^{date}|once>', 'once'],
  ['a &lt;b&gt; &amp;amp;', 'a <b> &amp;'],
  ['<b>tag</b>', '<b>tag</b>'],
  [':wave: :+1::skin-tone-3: 10:30:45', '[emoji wave] [emoji +1::skin-tone-3] 10[emoji 30]45'],
])('%s', (text, tree) => {
  expect(shown(parseInline(text))).toBe(tree)
})

test('quotes, code and lines are pieces of their own', () => {
  const pieces = parseMrkdwn('first\n&gt; quoted\n> still\n```\ncode *x*\n```\nlast')
  expect(pieces).toEqual([
    { kind: 'lines', inside: [{ kind: 'text', text: 'first' }] },
    { kind: 'quote', inside: [{ kind: 'text', text: 'quoted\nstill' }] },
    { kind: 'block of code', text: 'code *x*' },
    { kind: 'lines', inside: [{ kind: 'text', text: 'last' }] },
  ])
})

test('a fence that is never closed is shown as it is', () => {
  expect(parseMrkdwn('a ```b')).toEqual([
    { kind: 'lines', inside: [{ kind: 'text', text: 'a ' }] },
    { kind: 'lines', inside: [{ kind: 'text', text: '```b' }] },
  ])
})

test('characters of the private area cannot stand in for a reference', () => {
  expect(shown(parseInline('\uE000 <@U1>'))).toBe('\uFFFD [user U1]')
})
