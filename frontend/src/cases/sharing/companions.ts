// Companions of a case: inviting one, joining as one, closing the access of one. The owner token never leaves the
// owner's phones. A companion's phone keeps the case in its own keyring and notes there whose it is.
import { tokenHashOf } from "../../crypto/primitives";
import { enterPerson, ownerName } from "../../domain/case/people";
import { closeGuest, type Guest, guestsOf, openToGuests } from "../../domain/keyring/guests";
import { enterCase, isOpenToGuests, isOwnCase, keyringCases, type OwnCase } from "../../domain/keyring/keyring";
import type { LogApi } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { CaseBook, OpenCase } from "../documents/book";
import type { After } from "../documents/provider";
import { isStorageFailure } from "../documents/saving";
import type { KeyringHolder } from "../keys/keyring";
import type { Sealer } from "../keys/sealer";
import type { Device, Vault } from "../keys/vault";
import type { Access } from "./access";
import {
  DAY_SECONDS,
  type Invitations,
  type Inviting,
  OFFER_SECONDS,
  type Offer,
  type Offered,
  type OfferStatus,
  type PairingProblem,
  type Refused,
  refused,
} from "./invitations";
import { type InvitedCase, invitationTo, invitedCaseIn } from "./invitedCase";
import { cancel, keepOpen, type Withdrawals } from "./withdrawals";

export type Preview = { ok: true; owner: string; title: string } | Refused;
export type Entered = { ok: true; id: string } | Refused;

export type CompanionsParts = {
  keyring: KeyringHolder;
  sealer: Sealer;
  vault: Vault;
  invitations: Invitations;
  withdrawals: Withdrawals;
  access: Access;
  log: LocalLog;
  book: CaseBook;
  api: Pick<LogApi, "grant" | "pull">;
  exchangeNow: () => Promise<void>;
  after: After;
};

export class Companions {
  readonly #parts: CompanionsParts;

  constructor(parts: CompanionsParts) {
    this.#parts = parts;
  }

  /** Inviting a companion to one of this person's own cases. Needs a network. */
  inviting(opened: OpenCase): Inviting {
    return {
      offer: (isForADay = false) => this.#offer(opened, isForADay),
      status: (offer) => this.#status(opened.id, offer),
      withdraw: (offer) => cancel(this.#parts, opened.id, offer),
    };
  }

  /** Opens an invitation, which uses up its code: the case's owner and title. May be repeated. */
  async preview(codeOrLink: string): Promise<Preview> {
    const looked = await this.#open(codeOrLink);
    return looked.ok ? { ok: true, owner: looked.invited.companion.owner, title: looked.invited.title } : looked;
  }

  /** Joins, after `preview`, under the name that the others are to see. May be repeated. */
  enter(codeOrLink: string, name: string): Promise<Entered> {
    // Nothing is lost if it could not be stored: the same invitation may be entered again when there is space.
    return this.#enter(codeOrLink, name).catch((error) => refused(isStorageFailure(error) ? "not_stored" : "failed"));
  }

  /** Asks the server who has joined, if anyone was ever invited. */
  refresh(id: string): void {
    const { keyring, access, exchangeNow } = this.#parts;
    const held = keyring.current();
    if (!held || !isOpenToGuests(held.provider.doc, id)) return;
    access.askAgain(id);
    void exchangeNow();
  }

  /** The guests of a case, as far as this phone knows. */
  guests(id: string): Guest[] {
    const held = this.#parts.keyring.current();
    return held ? guestsOf(held.provider.doc, id) : [];
  }

  /**
   * Closes access from now on. Resolves when the closing is stored in the keyring; rejects when this phone has no space
   * for it. Either way the server hears of it as soon as there is a signal.
   */
  async close(id: string, closed: readonly string[]): Promise<void> {
    const { keyring, exchangeNow } = this.#parts;
    const { provider, writer } = await keyring.ensure();
    for (const device of closed) closeGuest(provider.doc, writer, id, device);
    await provider.flush().finally(() => void exchangeNow());
  }

  /** The device this phone signs with on a case, or null before its first row there. */
  async deviceOf(id: string): Promise<string | null> {
    return (await this.#parts.log.record(id))?.device ?? null;
  }

  async #offer({ id, doc }: OpenCase, isForADay: boolean): Promise<Offered> {
    const { keyring, invitations, access, exchangeNow, after } = this.#parts;
    const { provider } = await keyring.ensure();
    const entry = ownCase(keyring, id);
    if (!entry) return refused("not_found");
    openToGuests(provider.doc, id);
    // Stored before anyone can join: a guest whom the keyring does not record as expected would not be looked for.
    await provider.flush();
    await exchangeNow();
    const content = invitationTo(entry, ownerName(doc).value, "editor");
    await this.#beOwner(entry);
    const made = await invitations.put(await this.#bearer(id), "/join", content, {
      log: id,
      role: "editor",
      seconds: isForADay ? DAY_SECONDS : OFFER_SECONDS,
    });
    // Also if it is cancelled meanwhile: it may have been used before the server hears of that.
    if (made.ok) after((OFFER_SECONDS + 60) * 1000, access.expect(id));
    // Whoever is sent a code uses it later: this phone must still know what it can take back, and whom it waits for.
    if (made.ok && isForADay) await keepOpen(this.#parts, id, made.offer);
    return made;
  }

  async #status(id: string, offer: Offer): Promise<OfferStatus | PairingProblem> {
    const status = await this.#parts.invitations.status(await this.#bearer(id), offer);
    // Asks for the newcomer now: the keyring must know the device before anything happens to the server.
    if (status === "claimed") void this.#parts.exchangeNow();
    return status;
  }

  // A phone that joined as a companion's and is now one of the person's own still has its old grant.
  async #beOwner({ id, ownerToken }: OwnCase): Promise<void> {
    const credentials = await this.#parts.sealer.credentials(id);
    if (!credentials) return;
    const tokenHash = await tokenHashOf(credentials.deviceToken);
    await this.#parts.api.grant(id, ownerToken, { device: credentials.device, role: "owner", tokenHash });
  }

  async #bearer(id: string): Promise<string> {
    return (await this.#parts.sealer.credentials(id))?.deviceToken ?? "";
  }

  async #open(codeOrLink: string): Promise<{ ok: true; invited: InvitedCase; invite: string } | Refused> {
    const claimed = await this.#parts.invitations.claim(codeOrLink);
    if (!claimed.ok) return claimed;
    const invited = invitedCaseIn(claimed.content);
    if (!invited) return refused("phone" in claimed.content ? "phone_invite" : "damaged_invite");
    if (this.#parts.keyring.keysOf(invited.id)?.ownerToken) return refused("own_case");
    return { ok: true, invited, invite: claimed.invite };
  }

  async #enter(codeOrLink: string, name: string): Promise<Entered> {
    const { invitations, api, exchangeNow } = this.#parts;
    const looked = await this.#open(codeOrLink);
    if (!looked.ok) return looked;
    const { invited, invite } = looked;
    const device = await this.#entrant(invite);
    const tokenHash = await tokenHashOf(device.token);
    const claimed = await invitations.claim(codeOrLink, { device: device.id, tokenHash });
    if (!claimed.ok) return claimed;
    // The inviter's sealed message names the log. Until the server has shown that it let this device in there, a case
    // that this phone already has must keep its device.
    const admitted = await api.pull(invited.id, device.token, 0, 1);
    if (!admitted.ok) return refused(admitted.code);
    await this.#keep(invited, device, name);
    void exchangeNow();
    return { ok: true, id: invited.id };
  }

  // One device for each invitation: a claim is repeated with it when its answer was lost or the page was killed.
  async #entrant(invite: string): Promise<Device> {
    const { vault } = this.#parts;
    const id = await vault.keptText(`entrant/${invite}`, async () => (await vault.makeDevice()).id);
    const device = await vault.device(id);
    if (!device) throw new Error("the key made for this invitation is missing");
    return device;
  }

  async #keep(invited: InvitedCase, device: Device, name: string): Promise<void> {
    const { keyring, log, sealer, book } = this.#parts;
    const { provider, writer } = await keyring.ensure();
    await log.register(invited.id);
    await sealer.enrol(invited.id, device);
    enterCase(provider.doc, writer, invited, invited.title);
    await provider.flush();
    await book.setArchived(invited.id, false);
    const open = await book.open(invited.id);
    enterPerson(open.doc, open.writer, name, device.id);
    await open.flush();
  }
}

function ownCase(keyring: KeyringHolder, id: string): OwnCase | null {
  const held = keyring.current();
  return (
    (held &&
      keyringCases(held.provider.doc)
        .filter(isOwnCase)
        .find((known) => known.id === id)) ??
    null
  );
}
