/**
 * What clients and servers say in the exchanges, in the words in which the tests describe what really
 * came back: an option that promises an answer can so be compared with it.
 */

/** The body that renews or logs out the only token of the course. */
export const REFRESH_123 = '{ "refreshToken": "refresh123" }';
export const LOGGED_IN = '200 with `{ "accessToken": "access123", "refreshToken": "refresh123" }`';
export const NEW_ACCESS = '200 with `{ "accessToken": "newAccess123" }`';
export const FORBIDDEN = '403 with `{ "error": "Forbidden" }`';
export const UNAUTHORIZED = '401 with `{ "error": "Unauthorized" }`';
export const NO_CONTENT = "204 without a body";
export const BAD_REQUEST_PAGE = "400 with Express's error page";
export const SERVER_ERROR_PAGE = "500 with Express's error page";
