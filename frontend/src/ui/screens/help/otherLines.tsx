// Lines that are not for an emergency, and rules such as the right to ask for another look in hospital.
import "../../../i18n/words/help";
import type { Line } from "../../../content/bundle";
import { t } from "../../../i18n";
import { Buttons } from "../../components/button";
import { Card } from "../../components/card";
import { Call, callHref, textHref } from "./call";

export function OtherLines({ lines }: { lines: Line[] }) {
  return (
    <>
      {lines.map((line) => (
        <Card key={line.heading} heading={line.heading}>
          <p>{line.text}</p>
          {line.number && (
            <Buttons>
              <Call href={callHref(line.number)}>{t("help.call", { number: line.number })}</Call>
              {line.sms && <Call href={textHref(line.number)}>{t("help.text", { number: line.number })}</Call>}
            </Buttons>
          )}
        </Card>
      ))}
    </>
  );
}
