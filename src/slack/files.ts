// Sends a file to one person, in the bot's direct messages with them.
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'

export interface OutgoingFile {
  name: string
  title: string
  content: string
  /** Said above it. */
  comment: string
}

/** The installation is older than the scope, or the workspace takes no such files: nothing that trying again would change. */
const NOT_HERE = [
  'missing_scope',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_type_not_allowed',
  'file_upload_size_restricted',
]
const UPLOAD_TIMEOUT_MS = 10_000

/** False: this workspace does not let the bot send files. */
export async function sendFile(client: WebClient, userId: string, file: OutgoingFile): Promise<boolean> {
  const bytes = new TextEncoder().encode(file.content)
  try {
    const { upload_url, file_id } = await client.files.getUploadURLExternal({
      filename: file.name,
      length: bytes.length,
    })
    if (!upload_url || !file_id) throw new Error('files.getUploadURLExternal returned no address.')
    const uploaded = await fetch(upload_url, {
      method: 'POST',
      body: bytes,
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
    })
    if (!uploaded.ok) throw new Error(`Slack did not take the file: ${uploaded.status}`)
    const { channel } = await client.conversations.open({ users: userId })
    if (!channel?.id) throw new Error('conversations.open returned no channel id.')
    await client.files.completeUploadExternal({
      files: [{ id: file_id, title: file.title }],
      channel_id: channel.id,
      initial_comment: file.comment,
    })
    return true
  } catch (fault) {
    if (fault instanceof WebAPIPlatformError && NOT_HERE.includes(fault.data.error)) return false
    throw fault
  }
}
