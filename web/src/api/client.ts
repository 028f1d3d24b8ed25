// Asks tinlang-searchd. Every failure arrives as an ApiProblem, an abandoned request as an AbortError.

import type { ArticleAnswer, HealthAnswer, OfficialAnswer, PlaceAnswer, PostAnswer, SearchAnswer, SuggestAnswer } from "./types";

/** `unreachable`: no answer at all; `refused`: the daemon said no; `garbled`: an answer that is not the API's. */
export type ProblemKind = "unreachable" | "refused" | "garbled";

export class ApiProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    /** The daemon's own sentence, or empty. */
    readonly detail: string,
    /** The HTTP status, 0 when there was none. */
    readonly status: number,
  ) {
    super(detail || kind);
  }
}

async function read_json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (is_abort(error)) throw error;
    return null;
  }
}

function detail_of(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const problem = body as { detail?: unknown; title?: unknown };
  if (typeof problem.detail === "string" && problem.detail !== "") return problem.detail;
  return typeof problem.title === "string" ? problem.title : "";
}

async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, { signal, headers: { Accept: "application/json" } });
  } catch (error) {
    if (is_abort(error)) throw error;
    throw new ApiProblem("unreachable", "", 0);
  }
  const body = await read_json(response);
  if (!response.ok) throw new ApiProblem("refused", detail_of(body), response.status);
  if (typeof body !== "object" || body === null) throw new ApiProblem("garbled", "", response.status);
  return body as Answer;
}

export function is_abort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** `parameters` is a query string in the API's own names, without the question mark. */
export function search_path(parameters: string): string {
  return parameters === "" ? "/api/v1/search" : `/api/v1/search?${parameters}`;
}

export function ask_search(path: string, signal: AbortSignal): Promise<SearchAnswer> {
  return ask<SearchAnswer>(path, signal);
}

export function ask_article(path: string, signal: AbortSignal): Promise<ArticleAnswer> {
  return ask<ArticleAnswer>(path, signal);
}

export function ask_place(path: string, signal: AbortSignal): Promise<PlaceAnswer> {
  return ask<PlaceAnswer>(path, signal);
}

export function ask_official(path: string, signal: AbortSignal): Promise<OfficialAnswer> {
  return ask<OfficialAnswer>(path, signal);
}

export function ask_post(path: string, signal: AbortSignal): Promise<PostAnswer> {
  return ask<PostAnswer>(path, signal);
}

export function ask_suggestions(written: string, signal: AbortSignal): Promise<SuggestAnswer> {
  return ask<SuggestAnswer>(`/api/v1/suggest?${new URLSearchParams({ q: written })}`, signal);
}

export function ask_health(signal: AbortSignal): Promise<HealthAnswer> {
  return ask<HealthAnswer>("/healthz", signal);
}
