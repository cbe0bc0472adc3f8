// Draws mrkdwn and plain text as the reader sees it.
import { Fragment, type ReactNode, useMemo } from 'react'
import type { Text } from '../../state/block-kit.ts'
import { Emoji, withEmoji } from './emoji.tsx'
import { type Inline, type Piece, parseInline, parseMrkdwn } from './parse-mrkdwn.ts'
import { Broadcast, ChannelMention, Link, Moment, UserMention } from './references.tsx'

export function Mrkdwn({ text }: { text: string }) {
  const pieces = useMemo(() => parseMrkdwn(text), [text])
  return <div className="mrkdwn">{pieces.map(drawPiece)}</div>
}

/** On one line, where a block would not fit: labels, options, contexts. */
export function InlineMrkdwn({ text }: { text: string }) {
  return <span className="mrkdwn">{parseInline(text).map(drawInline)}</span>
}

/** A text object: mrkdwn or plain. */
export function RichText({ text, inline = false }: { text: Text; inline?: boolean }) {
  if (text.type === 'plain_text') return <span className="plain">{withEmoji(text.text)}</span>
  return inline ? <InlineMrkdwn text={text.text} /> : <Mrkdwn text={text.text} />
}

function drawPiece(piece: Piece, index: number): ReactNode {
  if (piece.kind === 'block of code') return <pre key={index}>{piece.text}</pre>
  const inside = piece.inside.map(drawInline)
  return piece.kind === 'quote' ? <blockquote key={index}>{inside}</blockquote> : <p key={index}>{inside}</p>
}

function drawInline(part: Inline, index: number): ReactNode {
  return <Fragment key={index}>{draw(part)}</Fragment>
}

function draw(part: Inline): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'bold':
      return <strong>{part.inside.map(drawInline)}</strong>
    case 'italic':
      return <em>{part.inside.map(drawInline)}</em>
    case 'strike':
      return <s>{part.inside.map(drawInline)}</s>
    case 'code':
      return <code>{part.text}</code>
    case 'emoji':
      return <Emoji name={part.name} />
    case 'user':
      return <UserMention id={part.id} label={part.label} />
    case 'channel':
      return <ChannelMention id={part.id} label={part.label} />
    case 'group':
    case 'broadcast':
      return <Broadcast text={part.label ?? `@${part.id}`} />
    case 'link':
      return <Link url={part.url}>{part.label}</Link>
    case 'date':
      return <Moment seconds={part.seconds} format={part.format} url={part.url} />
  }
}
