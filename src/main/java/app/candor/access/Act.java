package app.candor.access;

import static app.candor.access.Role.ADMIN;
import static app.candor.access.Role.AUDITOR;
import static app.candor.access.Role.COMMANDER;
import static app.candor.access.Role.COMMS_LEAD;
import static app.candor.access.Role.CSM;
import static app.candor.access.Role.CS_LEAD;
import static app.candor.access.Role.ENGINEERING;
import static app.candor.access.Role.LEADERSHIP;
import static app.candor.access.Role.LEGAL;
import static app.candor.access.Role.SUPPORT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people do, and the roles that may (policy: "who may do what"). An act without roles is open
 * to all staff. Reading is asked first for every act: see {@link Access}.
 */
public enum Act {
    SEE_EXISTENCE("see this incident"),
    READ("read this"),
    SUGGEST("suggest here"),
    ASK("ask a question"),
    WRITE_DOCUMENT(
            "write in this document",
            COMMANDER,
            ENGINEERING,
            COMMS_LEAD,
            LEGAL,
            LEADERSHIP,
            CS_LEAD,
            SUPPORT),
    JOIN("join this incident"),
    CONFIRM("confirm or dismiss an incident", ENGINEERING, COMMANDER),
    DECLARE("declare an incident or change its severity", ENGINEERING, COMMANDER),
    SET_STAGE("change the stage", ENGINEERING, COMMANDER),
    CONFIRM_FACT("confirm facts", ENGINEERING, COMMANDER),
    IMPORT_ACCOUNTS("import affected accounts", ENGINEERING, COMMANDER, SUPPORT),
    TICK_STEP(
            "tick off playbook steps",
            COMMANDER,
            ENGINEERING,
            COMMS_LEAD,
            LEGAL,
            LEADERSHIP,
            CS_LEAD,
            SUPPORT),
    TELL_ACCOUNTS("record what an account was told", SUPPORT, CSM),
    LINK_TICKET("link a customer's ticket", SUPPORT, CSM, COMMANDER, ENGINEERING, CS_LEAD),
    LOG_COMPLAINT("log a complaint", CSM, SUPPORT, CS_LEAD, COMMANDER, LEADERSHIP),
    OPEN_UP("open an incident up", COMMANDER, LEGAL),
    BREAK_GLASS_ACCESS("open a restricted incident without its members", ADMIN),
    LOWER_CLASS("lower the severity class", COMMANDER),
    SECOND_LOWER_CLASS("agree to a lower severity class", LEGAL, LEADERSHIP),
    ASSIGN_ROLES("assign roles", COMMANDER, ENGINEERING, COMMS_LEAD, SUPPORT),
    TAKE_COMMAND("take command", COMMANDER),
    DECIDE_COMMS("decide whether messages are needed", COMMANDER),
    PROPOSE_COMMS("propose which messages are needed", COMMS_LEAD, COMMANDER),
    DRAFT("draft messages", COMMS_LEAD),
    SIGN("sign", ENGINEERING, CS_LEAD, LEGAL, COMMANDER, LEADERSHIP),
    AGREE_TO_WORDING("agree to a wording", COMMANDER, CS_LEAD, LEADERSHIP, LEGAL, ENGINEERING),
    RELEASE("release a message", COMMANDER, SUPPORT),
    BREAK_GLASS_RELEASE("open an emergency release", LEADERSHIP),
    SEND("send released messages", SUPPORT, CSM),
    MAIL_ACCOUNTS("have account contacts mailed", SUPPORT),
    SEE_DELIVERIES("see deliveries", SUPPORT, COMMANDER, CS_LEAD, COMMS_LEAD),
    STEER_DELIVERIES("retry or pause a delivery", SUPPORT, COMMANDER),
    COPY_ANSWER("copy approved answers", CSM, SUPPORT, CS_LEAD),
    SEE_COPIES("see who copied an answer", COMMS_LEAD, COMMANDER, CS_LEAD),
    MAKE_TOKEN("make a personal token"),
    OVERRIDE_DUTY("set a blocking duty aside", COMMANDER),
    GRANT_ACCESS("change who has access", COMMANDER, LEGAL),
    CLOSE("close an incident", COMMANDER),
    START_REGULATORY("start a regulator's clock", LEGAL),
    CHANGE_POLICY("change policy", ADMIN),
    READ_AUDIT("read the audit log", AUDITOR, LEGAL);

    private final String phrase;
    private final Set<Role> roles;

    Act(String phrase, Role... roles) {
        this.phrase = phrase;
        this.roles =
                roles.length == 0
                        ? EnumSet.noneOf(Role.class)
                        : EnumSet.copyOf(Arrays.asList(roles));
    }

    boolean allows(Person person) {
        return roles.isEmpty() || roles.stream().anyMatch(person::has);
    }

    /** For "You cannot …". */
    String phrase() {
        return phrase;
    }

    /** For "That is for …"; empty when anybody on staff may. */
    String holders() {
        return roles.stream().map(Role::label).collect(Collectors.joining(", "));
    }
}
