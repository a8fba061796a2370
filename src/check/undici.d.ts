/** The part of undici that reads Set-Cookie by itself: its public getSetCookies needs the whole of fetch. */
declare module "undici/lib/web/cookies/parse.js" {
  export function parseSetCookie(line: string): {
    name: string;
    value: string;
    expires?: Date;
    /** In seconds. */
    maxAge?: number;
    domain?: string;
    path?: string;
    secure?: boolean;
    httpOnly?: boolean;
    sameSite?: "Strict" | "Lax" | "None";
  } | null;
}

/** undici's client alone. */
declare module "undici/lib/dispatcher/client.js" {
  export { Client as default } from "undici";
}

/** undici's WebSocket alone. */
declare module "undici/lib/web/websocket/websocket.js" {
  export { WebSocket } from "undici";
}
