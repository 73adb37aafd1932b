import type {Server} from 'node:http'

export function serve(port: number, directory?: string): Promise<Server>
