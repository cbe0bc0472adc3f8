// Writes whom and which channel a question mentions as Slack shows them to whoever asks: no id of Slack's is sent.
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { namesOf } from '../../org/db/names.ts'

const MENTION = /<@([A-Z]\w{0,63})(?:\|([^<>]{0,200}))?>/gu
const OTHER = /<[#!][^<>|]{0,200}(?:\|([^<>]{0,200}))?>/gu

export async function withoutIds(q: Queryable, workspaceId: WorkspaceId, question: string): Promise<string> {
  const ids = [...question.matchAll(MENTION)].map(([, userId]) => userId!)
  const names = await namesOf(q, workspaceId, ids)
  return question
    .replace(MENTION, (_, userId: string, label?: string) => `@${names[userId] ?? label ?? ''}`)
    .replace(OTHER, (_, label?: string) => label ?? '')
}
