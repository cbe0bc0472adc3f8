// Files: created by an app's upload or by a user, shared in channels, and their JSON.
import { randomBytes } from 'node:crypto'
import type { Json } from '../json.ts'
import type { Channel, StoredFile } from './entities.ts'
import { fileTypeOf } from './file-types.ts'
import { makeId, nowSeconds, type PlatformState, type Workspace } from './workspace.ts'

type NewFile = Pick<StoredFile, 'ownerId' | 'name' | 'sizeBytes'> &
  Partial<Pick<StoredFile, 'title' | 'altText' | 'snippetType'>>

/** A file whose bytes have not been uploaded yet. */
export function announceFile(state: PlatformState, workspace: Workspace, about: NewFile): StoredFile {
  const file: StoredFile = {
    title: about.name,
    altText: '',
    ...about,
    id: makeId(state, 'F'),
    createdSeconds: nowSeconds(state),
    uploadKey: randomBytes(24).toString('base64url'),
    shares: [],
    submitted: false,
  }
  workspace.files.set(file.id, file)
  return file
}

/** A file on a user's computer, ready to be put into a form. */
export function addFile(
  state: PlatformState,
  workspace: Workspace,
  about: { ownerId: string; name: string; bytes: Buffer },
): StoredFile {
  const { ownerId, name, bytes } = about
  const file = announceFile(state, workspace, { ownerId, name, sizeBytes: bytes.length })
  file.bytes = bytes
  delete file.uploadKey
  return file
}

/** A file whose upload is complete. */
export function completeFile(workspace: Workspace, id: string): StoredFile | undefined {
  const file = workspace.files.get(id)
  return file?.bytes === undefined || file.uploadKey !== undefined ? undefined : file
}

/** Whether the app may read it: its own, shared in one of its channels, or submitted to it. */
export function appSees(workspace: Workspace, file: StoredFile): boolean {
  const bot = workspace.installation?.botUserId
  if (bot === undefined) return false
  const shared = file.shares.some(({ channelId }) => workspace.channels.get(channelId)?.members.has(bot))
  return file.ownerId === bot || file.submitted || shared
}

/** As docs.slack.dev /reference/objects/file-object has it, without thumbnails. */
export function fileJson(state: PlatformState, workspace: Workspace, file: StoredFile): Json {
  const at = (path: string) => `${state.origin}/files-pri/${workspace.id}-${file.id}/${path}`
  const name = encodeURIComponent(file.name)
  const { mimetype, filetype, prettyType } = fileTypeOf(file.name, file.snippetType)
  const channels = file.shares.flatMap(({ channelId }) => workspace.channels.get(channelId) ?? [])
  const ids = (...kinds: Channel['kind'][]) =>
    channels.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  return {
    id: file.id,
    created: file.createdSeconds,
    timestamp: file.createdSeconds,
    name: file.name,
    title: file.title,
    mimetype,
    filetype,
    pretty_type: prettyType,
    user: file.ownerId,
    user_team: workspace.id,
    editable: file.snippetType !== undefined,
    size: file.sizeBytes,
    mode: file.snippetType === undefined ? 'hosted' : 'snippet',
    is_external: false,
    external_type: '',
    is_public: ids('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: at(name),
    url_private_download: at(`download/${name}`),
    permalink: `https://${workspace.domain}.slack.com/files/${file.ownerId}/${file.id}/${name}`,
    comments_count: 0,
    is_starred: false,
    shares: sharesJson(workspace, file),
    channels: ids('public'),
    groups: ids('private', 'mpim'),
    ims: ids('im'),
    has_rich_preview: false,
    file_access: 'visible',
    ...(file.altText === '' ? {} : { alt_txt: file.altText }),
  }
}

function sharesJson(workspace: Workspace, file: StoredFile): Json {
  const shares: Record<'public' | 'private', Record<string, Json[]>> = { public: {}, private: {} }
  for (const { channelId, ts } of file.shares) {
    const channel = workspace.channels.get(channelId)
    if (channel === undefined) continue
    const side = shares[channel.kind === 'public' ? 'public' : 'private']
    const share = {
      reply_users: [],
      reply_users_count: 0,
      reply_count: 0,
      ts,
      channel_name: channel.name,
      team_id: workspace.id,
      share_user_id: file.ownerId,
    }
    side[channelId] = [...(side[channelId] ?? []), share]
  }
  return Object.fromEntries(Object.entries(shares).filter(([, by]) => Object.keys(by).length > 0))
}
