// The upload and download URLs of files: upload without a token, download with one.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Platform } from '../platform.ts'
import type { StoredFile } from '../state/entities.ts'
import { fileTypeOf } from '../state/file-types.ts'
import { appSees, completeFile } from '../state/files.ts'
import { workspaceOfToken } from '../state/installation.ts'
import { readBytes } from './arguments.ts'

const LARGEST_UPLOAD_BYTES = 1_000_000_000

/** Returns false for any other URL. */
export async function transferFile(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const upload = /^\/upload\/v1\/(\w+)\/([\w-]+)$/.exec(url.pathname)
  if (upload !== null && request.method === 'POST') {
    const [status, text] = await take(platform, request, upload[1]!, upload[2]!)
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
    return true
  }
  const download = /^\/files-pri\/(\w+)-(\w+)\/(download\/)?[^/]+$/.exec(url.pathname)
  if (download === null || request.method !== 'GET') return false
  const [, workspaceId, fileId, attached] = download
  give(platform, request, response, {
    workspaceId: workspaceId!,
    fileId: fileId!,
    attached: attached !== undefined,
  })
  return true
}

/** The raw bytes, or the only file of a multipart form. */
async function take(
  platform: Platform,
  request: IncomingMessage,
  workspaceId: string,
  key: string,
): Promise<[number, string]> {
  const files = platform.workspaces.get(workspaceId)?.files.values() ?? []
  const file = [...files].find((one) => one.uploadKey === key)
  const body = await readBytes(request, LARGEST_UPLOAD_BYTES)
  if (file === undefined) return [404, 'file_not_found']
  const bytes = body && (await fileIn(body, request.headers['content-type'] ?? ''))
  if (bytes === undefined) return [400, 'no_file']
  if (bytes.length !== file.sizeBytes) return [400, `length is ${bytes.length}, told was ${file.sizeBytes}`]
  file.bytes = bytes
  return [200, `OK - ${bytes.length}`]
}

async function fileIn(body: Buffer, type: string): Promise<Buffer | undefined> {
  if (!type.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const part = [...(form?.values() ?? [])].find((value) => value instanceof Blob)
  return part && Buffer.from(await part.arrayBuffer())
}

interface Wanted {
  workspaceId: string
  fileId: string
  attached: boolean
}

/** Without a token that may read the file, Slack shows its sign-in page; the sandbox answers 403. */
function give(platform: Platform, request: IncomingMessage, response: ServerResponse, wanted: Wanted): void {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const workspace = workspaceOfToken(platform, token)
  const file = workspace?.id === wanted.workspaceId ? completeFile(workspace, wanted.fileId) : undefined
  const allowed = workspace?.installation?.scopes.includes('files:read') === true
  if (workspace === undefined || file === undefined || !allowed || !appSees(workspace, file))
    return void response.writeHead(403, { 'content-type': 'text/html' }).end('<title>Sign in</title>')
  response.writeHead(200, headersOf(file, wanted.attached)).end(file.bytes)
}

function headersOf(file: StoredFile, attached: boolean): Record<string, string> {
  const name = encodeURIComponent(file.name)
  return {
    'content-type': fileTypeOf(file.name, file.snippetType).mimetype,
    'content-length': String(file.sizeBytes),
    'x-content-type-options': 'nosniff',
    ...(attached ? { 'content-disposition': `attachment; filename*=UTF-8''${name}` } : {}),
  }
}
