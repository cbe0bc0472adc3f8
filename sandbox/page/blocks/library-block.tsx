// Renders static blocks with slack-blocks-to-jsx: rich text, markdown, plans and task cards.
import { useMemo } from 'react'
import { Message as Library, type MessageProps } from 'slack-blocks-to-jsx'
import type { Block } from '../../state/block-kit.ts'
import { useTheme } from '../frame/theme.tsx'
import { emojiFor } from '../text/emoji.tsx'
import { Broadcast, ChannelMention, Link, Moment, UserMention } from '../text/references.tsx'

type Hooks = NonNullable<MessageProps['hooks']>

const HOOKS: Hooks = {
  user: ({ id, name }) => <UserMention id={id} label={name} />,
  channel: ({ id, name }) => <ChannelMention id={id} label={name} />,
  usergroup: ({ id, name }) => <Broadcast text={`@${name || id}`} />,
  atHere: () => <Broadcast text="@here" />,
  atChannel: () => <Broadcast text="@channel" />,
  atEveryone: () => <Broadcast text="@everyone" />,
  date: ({ timestamp, format, link }) => (
    <Moment seconds={Number(timestamp)} format={format} url={link ?? undefined} />
  ),
  link: ({ href, children }) => <Link url={href}>{children}</Link>,
  emoji: (data, draw) => emojiFor(data.name) ?? draw(data),
}

export function LibraryBlock({ block }: { block: Block }) {
  const { shown } = useTheme()
  const blocks = useMemo(() => [block] as unknown as MessageProps['blocks'], [block])
  return <Library blocks={blocks} withoutWrapper theme={shown} hooks={HOOKS} logo="" name="" />
}
