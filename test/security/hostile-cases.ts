// Hostile input texts, and how each is stored in a single-paragraph field.

export interface HostileText {
  name: string
  typed: string
  /** Only where it differs: unstorable and misleading characters are removed, line breaks become spaces. */
  kept: string
}

const same = (name: string, text: string): HostileText => ({ name, typed: text, kept: text })

export const HOSTILE: readonly HostileText[] = [
  same('everyone called', '<!channel> <!here|x> <!everyone>'),
  same('people, channels, groups', '<@U0EVIL> <@W0EVIL|ann> <#C0EVIL|general> <!subteam^S0EVIL>'),
  same('links with a false face', '<https://evil.example|click me> <mailto:a@b.example|me>'),
  same('names as people type them', '@channel @here @everyone #general https://evil.example'),
  same('dates and commands', '<!date^1392734382^{date}^https://evil.example|x>'),
  same('markup', '*bold* _it_ ~no~ `code` ```pre``` > quote'),
  same('escaped already', '&lt;!channel&gt; &amp; &amp;lt;'),
  same('an open bracket', 'a < b <@U0EVIL'),
  same('SQL', `'; drop table teams; -- " $1 %s \\ \\' \\x00 {1,2}`),
  same('message patterns', `{name} {count, plural, other {#}} <b>x</b> '{x}' {`),
  same('JSON', '{"team":"1","__proto__":{"a":1}} \\u0000 \\ud83d'),
  same('emoji with joiners', '👨‍👩‍👧‍👦 👍🏽 🇨🇳 :boom:'),
  same('letters under marks', 'Z̷͑a̸̓l̵ͪg̶̈́o̴ͫ'),
  same('Chinese', '汉字，「全角」：今日拜访三家'),
  same('Arabic and Hebrew', 'مرحبا שלום abc'),
  { name: 'turned around', typed: 'a\u202Elive\u202C \u2066x\u2069 \u200Fy\u200E z', kept: 'alive x y z' },
  { name: 'without width', typed: 'z\u200Be\u200Br\u2060o\uFEFF', kept: 'zero' },
  { name: 'controls', typed: '\u0000a\u0000b\u0007\u001Bc\u007F', kept: 'abc' },
  { name: 'tabs', typed: '\ta\tb\t', kept: 'a b' },
  { name: 'halves of emoji', typed: 'half \uD83D of \uDE00 it', kept: 'half \uFFFD of \uFFFD it' },
  { name: 'breaks', typed: '\n\nx\n\n\n\ny\r\nz\u2028w\n', kept: 'x y z w' },
  { name: 'a flood of breaks', typed: `a${'\n'.repeat(2990)}b`, kept: 'a b' },
  same('3,000 letters', 'w'.repeat(3000)),
  same('3,000 emoji', '😀'.repeat(3000)),
  same('3,000 characters that grow', '&<>'.repeat(1000)),
]
