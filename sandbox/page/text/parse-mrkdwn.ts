// Reads Slack's mrkdwn into a tree, so that it is drawn as elements and never as HTML.

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inside: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'emoji'; name: string }
  | { kind: 'user' | 'channel' | 'group' | 'broadcast'; id: string; label: string | undefined }
  | { kind: 'link'; url: string; label: string | undefined }
  | { kind: 'date'; seconds: number; format: string; url: string | undefined; fallback: string }

export type Piece =
  | { kind: 'lines'; inside: Inline[] }
  | { kind: 'quote'; inside: Inline[] }
  | { kind: 'block of code'; text: string }

export function parseMrkdwn(text: string): Piece[] {
  return text.split(/```/).flatMap((part, index, parts): Piece[] => {
    // A fence that is never closed is only three characters.
    if (index % 2 === 1 && index === parts.length - 1) return piecesOf(`\`\`\`${part}`)
    if (index % 2 === 1) return [{ kind: 'block of code', text: plain(part.replace(/^\n|\n$/g, '')) }]
    return piecesOf(part.slice(index > 0 && part.startsWith('\n') ? 1 : 0).replace(/\n$/, ''))
  })
}

function piecesOf(text: string): Piece[] {
  const pieces: Array<{ kind: 'lines' | 'quote'; lines: string[] }> = []
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line)
    const kind = quoted ? 'quote' : 'lines'
    const last = pieces.at(-1)
    if (last?.kind === kind) last.lines.push(quoted?.[1] ?? line)
    else pieces.push({ kind, lines: [quoted?.[1] ?? line] })
  }
  return pieces
    .filter(({ lines }) => lines.some((line) => line !== ''))
    .map(({ kind, lines }) => ({ kind, inside: parseInline(lines.join('\n')) }))
}

/** Atoms, which are not parsed for styles: code, references in angle brackets, emoji. */
const ATOM = /`([^`\n]+)`|<([^<>\n]+)>|:([\w+'-]+(?:::skin-tone-\d)?):/g
/** Each atom is replaced by one private-use character while styles are parsed. */
const FIRST_PLACEHOLDER = 0xe000
const LAST_PLACEHOLDER = 0xf8ff

export function parseInline(text: string): Inline[] {
  const atoms: Inline[] = []
  const marked = text
    .replaceAll(/[\uE000-\uF8FF]/g, '\uFFFD')
    .replaceAll(ATOM, (whole, code, reference, name) => {
      if (FIRST_PLACEHOLDER + atoms.length > LAST_PLACEHOLDER) return whole
      atoms.push(atomOf(code, reference, name))
      return String.fromCharCode(FIRST_PLACEHOLDER + atoms.length - 1)
    })
  return styled(marked, atoms)
}

function atomOf(code: string | undefined, reference: string | undefined, name: string | undefined): Inline {
  if (code !== undefined) return { kind: 'code', text: plain(code) }
  return reference === undefined ? { kind: 'emoji', name: name! } : readReference(reference)
}

function readReference(inside: string): Inline {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? undefined : plain(inside.slice(bar + 1))
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label }
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice(9), label }
  if (target.startsWith('!date^')) return readDate(target, label)
  if (target.startsWith('!')) return { kind: 'broadcast', id: target.slice(1), label }
  // Without a scheme it is no address: shown as it was written, so that nothing gets lost.
  if (!/^[a-z][a-z\d+.-]*:/i.test(target)) return { kind: 'text', text: plain(`<${inside}>`) }
  return { kind: 'link', url: plain(target), label }
}

function readDate(target: string, label: string | undefined): Inline {
  const [, seconds = '', format = '', url] = target.split('^')
  const fallback = label ?? target
  if (!/^\d+$/.test(seconds)) return { kind: 'text', text: fallback }
  return { kind: 'date', seconds: Number(seconds), format: plain(format), url, fallback }
}

/** Marks count at the edge of a word only. */
const STYLE =
  /(?<=^|[\s\p{P}\p{S}\uE000-\uF8FF])([*_~])(?=\S)((?:(?!\1)[^\n])*?\S|\S)\1(?=$|[\s\p{P}\p{S}\uE000-\uF8FF])/u
const KINDS = { '*': 'bold', _: 'italic', '~': 'strike' } as const

function styled(text: string, atoms: readonly Inline[]): Inline[] {
  const match = STYLE.exec(text)
  if (match === null) return withAtoms(text, atoms)
  const kind = KINDS[match[1] as keyof typeof KINDS]
  return [
    ...withAtoms(text.slice(0, match.index), atoms),
    { kind, inside: styled(match[2]!, atoms) },
    ...styled(text.slice(match.index + match[0].length), atoms),
  ]
}

function withAtoms(text: string, atoms: readonly Inline[]): Inline[] {
  return text
    .split(/([\uE000-\uF8FF])/)
    .filter((part) => part !== '')
    .map((part) => atoms[part.charCodeAt(0) - FIRST_PLACEHOLDER] ?? { kind: 'text', text: plain(part) })
}

/** Slack's three escapes undone. */
export function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
