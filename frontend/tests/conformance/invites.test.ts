// What every server must do with invitations, checked on the simulator's relay and, when SECOND_LOOK_SERVER names one,
// on a real server: the simulator is only useful if both give the same answers.
import { beforeEach, describe, expect, it } from "vitest";
import { randomBytes, sha256 } from "../../src/crypto/primitives";
import type { InviteApi, LogApi } from "../../src/protocol/api";
import { fromHex, toHex } from "../../src/protocol/bytes";
import { hex, type Writer, writerOn } from "./envelopes";
import { codeOf, granted, grantFor, newLog, relays } from "./relays";

describe.each(relays)("%s", (_name, connect) => {
  let api: LogApi & InviteApi;
  let log: string;
  let owner: string;
  let ana: Writer;
  let incarnation: string;
  let admitted: () => Promise<Writer>;

  beforeEach(async () => {
    api = connect();
    ({ log, owner, incarnation, admitted } = await newLog(api));
    ana = await admitted();
  });

  describe("invites", () => {
    let invite: string;
    let claim: string;
    const sealed = randomBytes(60);

    async function offered(role?: "editor" | "reader"): Promise<void> {
      invite = hex(16);
      claim = hex(32);
      const claimHash = toHex(await sha256(fromHex(claim)));
      const body = { log, claimHash, sealed, expiresIn: 900, ...(role ? { role } : {}) };
      granted(await api.putInvite(invite, ana.token, body));
    }

    const enter = (ben: Writer, claimant: string) =>
      api.claimInvite(invite, claim, claimant, { entrant: { device: ben.device, tokenHash: ben.tokenHash } });

    it("D3: lets one device in, once, with the role it was made for", async () => {
      await offered("editor");
      const [ben, claimant] = [await writerOn(log), hex(16)];
      granted(await api.claimInvite(invite, claim, claimant));
      expect(granted(await api.inviteStatus(invite, ana.token)).device).toBeNull();
      for (let n = 0; n < 2; n += 1) expect([...granted(await enter(ben, claimant)).sealed]).toEqual([...sealed]);
      expect(granted(await api.inviteStatus(invite, ana.token))).toMatchObject({
        status: "claimed",
        device: ben.device,
      });
      expect(granted(await api.grants(log, owner))).toContainEqual(grantFor(ben, "editor"));
      granted(await api.push(log, ben.token, incarnation, [await ben.next()]));
      expect(codeOf(await enter(await writerOn(log), claimant))).toBe("invite_used");
      expect(codeOf(await enter(ben, hex(16)))).toBe("invite_used");
    });

    it("D3: brings nobody back whose grant was taken", async () => {
      await offered("editor");
      const [ben, claimant] = [await writerOn(log), hex(16)];
      granted(await enter(ben, claimant));
      for (let n = 0; n < 2; n += 1) granted(await api.revoke(log, owner, ben.device));
      granted(await enter(ben, claimant));
      expect(codeOf(await api.pull(log, ben.token, 0, 500))).toBe("not_found");
      expect(codeOf(await api.push(log, ben.token, incarnation, [await ben.next()]))).toBe("not_found");
      expect(granted(await api.grants(log, owner)).map(({ device }) => device)).toEqual([ana.device]);
    });

    it("D3: lets a reader read and no more", async () => {
      await offered("reader");
      const cleo = await writerOn(log);
      granted(await enter(cleo, hex(16)));
      granted(await api.pull(log, cleo.token, 0, 500));
      expect(codeOf(await api.push(log, cleo.token, incarnation, [await cleo.next()]))).toBe("read_only");
      expect(codeOf(await api.newIncarnation(log, cleo.token, incarnation, 0))).toBe("read_only");
      const body = { log, claimHash: hex(32), sealed, expiresIn: 900 };
      expect(codeOf(await api.putInvite(hex(16), cleo.token, body))).toBe("not_found");
    });

    it("D3: may last a day if it lets a companion in, and else a quarter of an hour", async () => {
      const ends: number[] = [];
      for (const role of [{}, { role: "editor" as const }]) {
        const body = { log, claimHash: hex(32), sealed, expiresIn: 1_000_000, ...role };
        ends.push(Date.parse(granted(await api.putInvite(hex(16), ana.token, body)).expiresAt));
      }
      const [short = 0, long = 0] = ends;
      expect((long - short) / 60_000).toBeGreaterThan(24 * 60 - 16);
      expect((long - short) / 60_000).toBeLessThan(24 * 60 + 16);
    });

    it("D3: changes no grant that is there, and lets nobody in for somebody who is no longer an owner", async () => {
      await offered();
      expect(codeOf(await enter(await writerOn(log), hex(16)))).toBe("invalid_request");
      await offered("editor");
      expect(codeOf(await enter(ana, hex(16)))).toBe("invalid_request");
      expect(codeOf(await enter({ ...(await writerOn(log)), tokenHash: ana.tokenHash }, hex(16)))).toBe(
        "invalid_request",
      );
      granted(await api.grant(log, owner, grantFor(ana, "editor")));
      expect(codeOf(await enter(await writerOn(log), hex(16)))).toBe("not_found");
      expect(codeOf(await api.grants(log, hex(32)))).toBe("not_found");
      expect(codeOf(await api.revoke(log, hex(32), ana.device))).toBe("not_found");
    });

    it("can be claimed once, and again by the same claimant", async () => {
      await offered();
      const claimant = hex(16);
      expect(granted(await api.inviteStatus(invite, ana.token)).status).toBe("open");
      expect([...granted(await api.claimInvite(invite, claim, claimant)).sealed]).toEqual([...sealed]);
      expect([...granted(await api.claimInvite(invite, claim, claimant)).sealed]).toEqual([...sealed]);
      expect(codeOf(await api.claimInvite(invite, claim, hex(16)))).toBe("invite_used");
      expect(granted(await api.inviteStatus(invite, ana.token)).status).toBe("claimed");
    });

    it("are taken back while nobody has used them, and not after", async () => {
      await offered();
      granted(await api.deleteInvite(invite, ana.token));
      expect(codeOf(await api.inviteStatus(invite, ana.token))).toBe("not_found");
      expect(codeOf(await api.deleteInvite(invite, ana.token))).toBe("not_found");
      await offered();
      granted(await api.claimInvite(invite, claim, hex(16)));
      expect(codeOf(await api.deleteInvite(invite, ana.token))).toBe("invite_used");
      expect(granted(await api.inviteStatus(invite, ana.token)).status).toBe("claimed");
    });

    it("carry the claimant's reply, fixed by the first claim, and what the inviter hands over after that", async () => {
      await offered();
      const [claimant, first, handed] = [hex(16), randomBytes(40), randomBytes(50)];
      expect(codeOf(await api.handOver(invite, ana.token, handed))).toBe("not_found");
      expect(granted(await api.inviteStatus(invite, ana.token)).reply).toBeNull();
      for (const reply of [first, randomBytes(40)])
        expect(granted(await api.claimInvite(invite, claim, claimant, { reply })).handover).toBeNull();
      expect([...(granted(await api.inviteStatus(invite, ana.token)).reply ?? [])]).toEqual([...first]);
      expect(codeOf(await api.handOver(invite, (await admitted()).token, handed))).toBe("not_found");
      expect(granted(await api.handOver(invite, ana.token, handed)).status).toBe("claimed");
      expect([...(granted(await api.claimInvite(invite, claim, claimant)).handover ?? [])]).toEqual([...handed]);
      expect(codeOf(await api.claimInvite(invite, claim, hex(16)))).toBe("invite_used");
    });

    it("are nobody else's business", async () => {
      await offered();
      const mallory = await writerOn(log);
      expect(codeOf(await api.claimInvite(invite, hex(32), hex(16)))).toBe("not_found");
      expect(codeOf(await api.inviteStatus(invite, mallory.token))).toBe("not_found");
      granted(await api.deleteInvite(invite, ana.token));
      expect(codeOf(await api.claimInvite(invite, claim, hex(16)))).toBe("not_found");
    });
  });
});
