// Made from openapi.json by `npm run contract`; do not edit.

export interface paths {
    "/api/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SearchAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NearestAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SaveAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/equipment/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SaveEquipment"];
        post?: never;
        delete: operations["RemoveEquipment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/learned-streets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadLearnedStreets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SavePatient"];
        post?: never;
        delete: operations["RemovePatient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/technicians/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SaveTechnician"];
        post?: never;
        delete: operations["RemoveTechnician"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/territories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SaveTerritory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/territories/{t}/csv/{sheet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportCsv"];
        put?: never;
        post: operations["ImportCsv"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock/speed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SetSpeed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MarkTechnicianBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetDayFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MoveVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MarkTechnicianOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/part-missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReportPartMissing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PinVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AnswerProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublishDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RedoChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/routes/{technician}/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetRouteCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["UndoChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{territory}/{date}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CompareWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetDemoAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/equipment/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetEquipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetMyDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-day/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AnswerRouteChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-day/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReportFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-day/guidance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetGuidance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-day/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WriteToDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-day/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListMyParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-day/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReportPositions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patient-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetPatientVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patient-visit/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AnswerAsPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patient-visit/intervals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetPatientIntervals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patients/{id}/preferred": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PreferTechnicians"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetSession"];
        put?: never;
        post: operations["SignIn"];
        delete: operations["SignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/technicians/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetTechnician"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetTerritories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetTerritory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/alarms/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TakeAlarmStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetBacklogPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/backlog/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PlanBacklog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/backlog/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["DismissBacklogProposal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/backlog/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TakeBacklogProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/backlog/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["UndoBacklogBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/calls/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RecordCallOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListClosures"];
        put?: never;
        post: operations["CloseStreets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/closures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ReopenStreets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/closures/{id}/streets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListClosedStreets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/equipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListEquipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetDeskFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListMessages"];
        put?: never;
        post: operations["WriteToTechnician"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPatients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/technicians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTechnicians"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/traffic/{version}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListSlowerStreets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/territories/{t}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Triage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BookVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["EditVisit"];
        trace?: never;
    };
    "/api/visits/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CancelVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/intervals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OfferIntervals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OfferKnownVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetVisitReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RescheduleVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OfferVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProposeOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountEntry: {
            displayName: string;
            isActive: boolean;
            password: null | string;
            role: components["schemas"]["Role"];
            technician: null | components["schemas"]["TechnicianId"];
            territory: null | components["schemas"]["TerritoryId"];
        };
        AccountView: {
            displayName: string;
            isActive: boolean;
            role: components["schemas"]["Role"];
            technician: null | components["schemas"]["TechnicianId"];
            territory: null | components["schemas"]["TerritoryId"];
            userName: string;
        };
        Address: {
            city: string;
            houseNumber: string;
            postcode: string;
            street: string;
        };
        /** @enum {unknown} */
        AddressKind: "House" | "Street" | "Place" | "Crossing";
        AddressMatch: {
            city: null | string;
            houseNumber: null | string;
            isApproximate: boolean;
            kind: components["schemas"]["AddressKind"];
            label: string;
            position: components["schemas"]["MapPoint"];
            postcode: null | string;
            street: null | string;
        };
        AffectedTechnician: {
            /** Format: int32 */
            driveSecondsMore: number;
            name: string;
            /** Format: int32 */
            overtimeMinutesMore: number;
            technician: components["schemas"]["TechnicianId"];
            /** Format: int32 */
            visitsMore: number;
        };
        AffectedVisit: {
            becomes: null | components["schemas"]["TechnicianId"];
            breaksPromise: boolean;
            newArrival: null | components["schemas"]["Instant"];
            oldArrival: null | components["schemas"]["Instant"];
            patientName: string;
            visit: components["schemas"]["VisitId"];
            was: null | components["schemas"]["TechnicianId"];
        };
        AlarmId: string;
        /** @enum {unknown} */
        AlarmStep: "Acknowledge" | "EmergencyCalled" | "CalledBack" | "Close";
        AlarmView: {
            acknowledgedAt: null | components["schemas"]["Instant"];
            callBackBy: null | components["schemas"]["Instant"];
            closedAt: null | components["schemas"]["Instant"];
            code: string;
            emergencyCalledAt: null | components["schemas"]["Instant"];
            emergencyCalledBy: string;
            emergencyNumber: string;
            emergencyPlan: string;
            equipment: null | components["schemas"]["EquipmentId"];
            id: components["schemas"]["AlarmId"];
            /** Format: int32 */
            level: number;
            owner: string;
            patient: null | components["schemas"]["PatientId"];
            patientName: string;
            raisedAt: components["schemas"]["Instant"];
            technician: null | components["schemas"]["TechnicianId"];
            urgency: components["schemas"]["UrgencyClass"];
            visit: null | components["schemas"]["VisitId"];
            what: components["schemas"]["Reason"];
        };
        /** @enum {unknown} */
        Answer: "Unknown" | "Yes" | "No";
        AnswerProposal: {
            isAccepted: boolean;
            proposal: components["schemas"]["ProposalId"];
            visits: null | string[];
        };
        AnswerRouteChange: {
            /** @default  */
            code: string;
            isAccepted: boolean;
            /** Format: int64 */
            number: number;
            reason: string;
        };
        ApproachView: {
            estimatedArrival: components["schemas"]["Instant"];
            fixAt: components["schemas"]["Instant"];
            /** Format: double */
            headingDegrees: number;
            path: string;
            position: components["schemas"]["GeoPoint"];
        };
        ArrivalInterval: {
            end: components["schemas"]["Instant"];
            start: components["schemas"]["Instant"];
        };
        BacklogPlanView: {
            isPlanning: boolean;
            proposal: null | components["schemas"]["BacklogProposal"];
        };
        BacklogProposal: {
            days: string[];
            /** Format: int32 */
            extraDriveMinutes: number;
            id: components["schemas"]["ProposalId"];
            madeAt: components["schemas"]["Instant"];
            staying: components["schemas"]["StayingVisit"][];
            visits: components["schemas"]["ProposedDay"][];
        };
        BackupReport: {
            backupRunning: components["schemas"]["Answer"];
            /** Format: int32 */
            batteryMinutes: null | number;
            cylinders: components["schemas"]["CylinderReport"][];
            failure: components["schemas"]["FailureKind"];
            /** Format: double */
            flowLitresPerMinute: null | number;
            /** Format: int32 */
            freeBreathingMinutes: null | number;
            reportedAt: components["schemas"]["Instant"];
            safeNow: components["schemas"]["Answer"];
        };
        BoardChange: components["schemas"]["BoardChangeDayChanged"] | components["schemas"]["BoardChangeTechnicianChanged"] | components["schemas"]["BoardChangePositionChanged"] | components["schemas"]["BoardChangeRouteChanged"] | components["schemas"]["BoardChangeRoutePathChanged"] | components["schemas"]["BoardChangeVisitChanged"] | components["schemas"]["BoardChangeVisitLeft"] | components["schemas"]["BoardChangeAlarmChanged"] | components["schemas"]["BoardChangeCallTaskChanged"] | components["schemas"]["BoardChangeMessageSent"] | components["schemas"]["BoardChangeProposalChanged"] | components["schemas"]["BoardChangeProposalClosed"] | components["schemas"]["BoardChangeClockChanged"] | components["schemas"]["BoardChangeSomeoneChanged"] | components["schemas"]["BoardChangeClosureChanged"] | components["schemas"]["BoardChangeClosureEnded"] | components["schemas"]["BoardChangeTrafficLearned"] | components["schemas"]["BoardChangeBacklogPlanChanged"];
        BoardChangeAlarmChanged: {
            alarm: components["schemas"]["AlarmView"];
            /** @enum {string} */
            kind: "alarm";
        };
        BoardChangeBacklogPlanChanged: {
            /** @enum {string} */
            kind: "backlog-plan";
            plan: components["schemas"]["BacklogPlanView"];
        };
        BoardChangeCallTaskChanged: {
            /** @enum {string} */
            kind: "call";
            task: components["schemas"]["CallTaskView"];
        };
        BoardChangeClockChanged: {
            clock: components["schemas"]["ClockView"];
            /** @enum {string} */
            kind: "clock";
        };
        BoardChangeClosureChanged: {
            closure: components["schemas"]["ClosureView"];
            /** @enum {string} */
            kind: "closure";
        };
        BoardChangeClosureEnded: {
            closure: components["schemas"]["ClosureId"];
            /** @enum {string} */
            kind: "closure-ended";
        };
        BoardChangeDayChanged: {
            day: components["schemas"]["DayView"];
            /** @enum {string} */
            kind: "day";
        };
        BoardChangeMessageSent: {
            /** @enum {string} */
            kind: "message";
            message: components["schemas"]["MessageView"];
        };
        BoardChangePositionChanged: {
            /** @enum {string} */
            kind: "position";
            position: components["schemas"]["PositionView"];
        };
        BoardChangeProposalChanged: {
            /** @enum {string} */
            kind: "proposal";
            proposal: components["schemas"]["ProposalView"];
        };
        BoardChangeProposalClosed: {
            /** @enum {string} */
            kind: "proposal-closed";
            proposal: components["schemas"]["ProposalId"];
        };
        BoardChangeRouteChanged: {
            /** @enum {string} */
            kind: "route";
            route: components["schemas"]["RouteView"];
        };
        BoardChangeRoutePathChanged: {
            /** @enum {string} */
            kind: "path";
            path: components["schemas"]["RoutePathView"];
        };
        BoardChangeSomeoneChanged: {
            /** @enum {string} */
            kind: "note";
            note: components["schemas"]["ChangeNote"];
        };
        BoardChangeTechnicianChanged: {
            /** @enum {string} */
            kind: "technician";
            technician: components["schemas"]["TechnicianView"];
        };
        BoardChangeTrafficLearned: {
            /** @enum {string} */
            kind: "traffic";
            parts: components["schemas"]["DayPartView"][];
            version: string;
        };
        BoardChangeVisitChanged: {
            /** @enum {string} */
            kind: "visit";
            visit: components["schemas"]["VisitView"];
        };
        BoardChangeVisitLeft: {
            /** @enum {string} */
            kind: "visit-left";
            visit: components["schemas"]["VisitId"];
        };
        BoardMessage: {
            at: components["schemas"]["Instant"];
            changes: components["schemas"]["BoardChange"][];
            isSnapshot: boolean;
            /** Format: int64 */
            number: number;
        };
        BreakRule: {
            earliest: components["schemas"]["LocalTime"];
            latest: components["schemas"]["LocalTime"];
            /** Format: int32 */
            minutes: number;
        };
        BreakView: {
            /** Format: int32 */
            minutes: number;
            start: components["schemas"]["Instant"];
        };
        CallTaskId: string;
        CallTaskView: {
            callName: string;
            callNumber: string;
            closedAt: null | components["schemas"]["Instant"];
            dueAt: components["schemas"]["Instant"];
            id: components["schemas"]["CallTaskId"];
            outcome: string;
            owner: string;
            patient: null | components["schemas"]["PatientId"];
            remark: string;
            technician: null | components["schemas"]["TechnicianId"];
            urgency: components["schemas"]["UrgencyClass"];
            visit: null | components["schemas"]["VisitId"];
            why: components["schemas"]["Reason"];
        };
        CancelVisit: {
            reason: string;
        };
        ChangeNote: {
            actor: string;
            at: components["schemas"]["Instant"];
            canUndo: boolean;
            change: components["schemas"]["CommandId"];
            visits: string[];
            what: components["schemas"]["Reason"];
        };
        ChurnAccount: {
            /** Format: int32 */
            mostPromisesMoved: number;
            /** Format: int32 */
            mostVisitsMoved: number;
            /** Format: int32 */
            promisesMoved: number;
            /** Format: int32 */
            visitsMoved: number;
        };
        ClockView: {
            at: components["schemas"]["Instant"];
            isSimulated: boolean;
            realAt: components["schemas"]["Instant"];
            /** Format: double */
            speed: number;
            startedAt: null | components["schemas"]["Instant"];
        };
        CloseStreets: {
            /** Format: double */
            factor: null | number;
            isArea: boolean;
            reason: string;
            shape: components["schemas"]["GeoPoint"][];
            until: null | components["schemas"]["Instant"];
        };
        ClosureId: string;
        ClosureView: {
            at: components["schemas"]["Instant"];
            by: string;
            /** Format: double */
            factor: null | number;
            id: components["schemas"]["ClosureId"];
            isArea: boolean;
            reason: string;
            shape: components["schemas"]["GeoPoint"][];
            until: null | components["schemas"]["Instant"];
        };
        CommandId: string;
        CommandResult: {
            isAccepted: boolean;
            refusal: null | components["schemas"]["Reason"];
            remarks: components["schemas"]["Reason"][];
            /** Format: int64 */
            version: number;
        };
        ContactPreferences: {
            acceptsTexts: boolean;
            language: string;
            phone: string;
            someoneElse: string;
        };
        Credentials: {
            password: string;
            user: string;
        };
        CsvMistake: {
            column: string;
            /** Format: int32 */
            line: number;
            text: string;
        };
        CsvOutcome: {
            /** Format: int32 */
            imported: number;
            mistakes: components["schemas"]["CsvMistake"][];
        };
        CylinderReport: {
            /** Format: int32 */
            count: number;
            label: string;
            /** Format: int32 */
            pressurePsi: null | number;
        };
        CylinderSize: {
            /** Format: int32 */
            fullPsi: number;
            label: string;
            /** Format: double */
            minutesPerPsiAtOneLitre: number;
        };
        DayPartView: {
            /** Format: int32 */
            fromHour: number;
            isWeekend: boolean;
            /** Format: int32 */
            part: number;
            /** Format: int32 */
            toHour: number;
        };
        DaySpan: {
            first: components["schemas"]["LocalDate"];
            last: components["schemas"]["LocalDate"];
            times: null | components["schemas"]["DayTime"][];
        };
        DayTime: {
            from: components["schemas"]["LocalTime"];
            on: null | components["schemas"]["IsoDayOfWeek"];
            to: components["schemas"]["LocalTime"];
        };
        DayView: {
            canRedo: {
                [key: string]: components["schemas"]["UndoableChange"];
            };
            canUndo: {
                [key: string]: components["schemas"]["UndoableChange"];
            };
            date: components["schemas"]["LocalDate"];
            isPlanning: boolean;
            score: components["schemas"]["PlanScore"];
            territory: components["schemas"]["TerritoryId"];
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        Dependence: "None" | "Supporting" | "LifeSupporting";
        Depot: {
            address: components["schemas"]["Address"];
            id: components["schemas"]["DepotId"];
            name: string;
            place: components["schemas"]["GeoPoint"];
        };
        DepotId: string;
        /** @enum {unknown} */
        DutyState: "OffDuty" | "OnDuty" | "OnBreak" | "Ended" | "Out";
        EditVisit: {
            deadline: null | components["schemas"]["Instant"];
            dueDate: null | components["schemas"]["LocalDate"];
            /** Format: int32 */
            durationMinutes: null | number;
            note: null | string;
            urgency: null | components["schemas"]["UrgencyClass"];
            windows: null | components["schemas"]["TimeWindow"][];
        };
        EquipmentDetailsView: {
            equipment: components["schemas"]["EquipmentProfile"];
            history: components["schemas"]["HistoryEntry"][];
        };
        EquipmentId: string;
        EquipmentProfile: {
            /** Format: int32 */
            batteryMinutes: number;
            dependence: components["schemas"]["Dependence"];
            id: components["schemas"]["EquipmentId"];
            kind: string;
            lot: string;
            model: string;
            nextServiceDate: null | components["schemas"]["LocalDate"];
            patient: null | components["schemas"]["PatientId"];
            serial: string;
            state: components["schemas"]["EquipmentState"];
            territory: components["schemas"]["TerritoryId"];
            udi: string;
        };
        /** @enum {unknown} */
        EquipmentState: "Ready" | "InUse" | "Faulty" | "Quarantined" | "Retired";
        /** @enum {unknown} */
        FailureKind: "None" | "DeviceFailed" | "DeviceAlarm" | "PowerCut" | "SupplyLow";
        GeoPoint: {
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
        };
        GuidanceStep: {
            direction: null | components["schemas"]["TurnDirection"];
            distance: string;
            /** Format: int32 */
            exit: number;
            kind: components["schemas"]["StepKind"];
            lanes: components["schemas"]["Lane"][];
            /** Format: int32 */
            metres: number;
            place: components["schemas"]["GeoPoint"];
            text: string;
        };
        GuidanceView: {
            line: string;
            /** Format: int32 */
            metres: number;
            /** Format: int32 */
            seconds: number;
            steps: components["schemas"]["GuidanceStep"][];
            visit: components["schemas"]["VisitId"];
        };
        HistoryEntry: {
            actor: string;
            at: components["schemas"]["Instant"];
            code: string;
            text: string;
        };
        InsertionOption: {
            arriveAt: components["schemas"]["Instant"];
            displaces: string[];
            /** Format: int32 */
            extraDriveMinutes: number;
            id: string;
            /** Format: int32 */
            lateMinutes: number;
            /** Format: int32 */
            overtimeMinutes: number;
            partner: null | components["schemas"]["VisitPartner"];
            /** Format: int32 */
            position: number;
            remarks: components["schemas"]["Reason"][];
            shifts: components["schemas"]["ShiftedVisit"][];
            technician: components["schemas"]["TechnicianId"];
            technicianName: string;
        };
        /** Format: date-time */
        Instant: string;
        Instrument: {
            calibratedUntil: null | components["schemas"]["LocalDate"];
            kind: components["schemas"]["InstrumentId"];
            serial: string;
        };
        InstrumentId: string;
        InstrumentKind: {
            id: components["schemas"]["InstrumentId"];
            name: string;
        };
        IntervalsRequest: {
            /** Format: int32 */
            count: number;
        };
        /** @enum {unknown} */
        IsoDayOfWeek: "None" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
        Lane: {
            indications: string[];
            isValid: boolean;
        };
        LearnedFigures: {
            /** Format: int32 */
            samples: number;
            /** Format: int32 */
            streets: number;
        };
        LoadLine: {
            /** Format: int32 */
            count: number;
            name: string;
        };
        /** Format: date */
        LocalDate: string;
        /** Format: time */
        LocalTime: string;
        LongerVisit: {
            /** Format: int32 */
            extraMinutes: number;
            visit: components["schemas"]["VisitId"];
        };
        MapBounds: {
            centre: components["schemas"]["MapPoint"];
            /** Format: double */
            east: number;
            /** Format: double */
            north: number;
            /** Format: double */
            south: number;
            /** Format: double */
            west: number;
        };
        MapPoint: {
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
        };
        MapView: {
            attribution: string;
            bounds: components["schemas"]["MapBounds"];
            /** Format: int32 */
            maxZoom: number;
            /** Format: int32 */
            minZoom: number;
            tiles: string;
            version: string;
        };
        MarkTechnicianBack: {
            technician: components["schemas"]["TechnicianId"];
        };
        MarkTechnicianOut: {
            reason: string;
            technician: components["schemas"]["TechnicianId"];
            until: null | components["schemas"]["Instant"];
            visitUnderWay: null | components["schemas"]["VisitUnderWay"];
        };
        /** @enum {unknown} */
        MessageAudience: "Patient" | "Technician" | "Desk";
        MessageId: string;
        MessageToDesk: {
            text: string;
        };
        MessageView: {
            audience: components["schemas"]["MessageAudience"];
            code: string;
            id: components["schemas"]["MessageId"];
            link: string;
            patient: null | components["schemas"]["PatientId"];
            sender: string;
            sentAt: components["schemas"]["Instant"];
            technician: null | components["schemas"]["TechnicianId"];
            text: string;
            visit: null | components["schemas"]["VisitId"];
        };
        MoveVisits: {
            /** Format: int64 */
            expectedVersion: null | number;
            /** Format: int32 */
            position: null | number;
            startAt: null | components["schemas"]["Instant"];
            technician: null | components["schemas"]["TechnicianId"];
            visits: string[];
        };
        OfferedAccount: {
            password: string;
            role: components["schemas"]["Role"];
            user: string;
        };
        OfferedInterval: {
            /** Format: int32 */
            extraDriveMinutes: number;
            id: string;
            interval: components["schemas"]["ArrivalInterval"];
        };
        OfferRequest: {
            /** Format: int32 */
            count: number;
            /** Format: int32 */
            days: null | number;
            request: components["schemas"]["RequestVisit"];
        };
        OffersAnswer: {
            offers: components["schemas"]["VisitOffer"][];
            whyNot: components["schemas"]["Reason"][];
        };
        OffersRequest: {
            /** Format: int32 */
            count: number;
            /** Format: int32 */
            days: null | number;
        };
        OptionsAnswer: {
            details: components["schemas"]["VisitDetails"];
            options: components["schemas"]["InsertionOption"][];
            /** Format: int64 */
            planVersion: number;
            whyNot: components["schemas"]["Reason"][];
        };
        OptionsRequest: {
            request: components["schemas"]["RequestVisit"];
        };
        PageOfAccountView: {
            items: components["schemas"]["AccountView"][];
            next: string;
            /** Format: int32 */
            total: number;
        };
        PageOfEquipmentProfile: {
            items: components["schemas"]["EquipmentProfile"][];
            next: string;
            /** Format: int32 */
            total: number;
        };
        PageOfPatientProfile: {
            items: components["schemas"]["PatientProfile"][];
            next: string;
            /** Format: int32 */
            total: number;
        };
        PageOfTechnicianProfile: {
            items: components["schemas"]["TechnicianProfile"][];
            next: string;
            /** Format: int32 */
            total: number;
        };
        PageOfVisitView: {
            items: components["schemas"]["VisitView"][];
            next: string;
            /** Format: int32 */
            total: number;
        };
        PartCount: {
            /** Format: int32 */
            count: number;
            part: components["schemas"]["PartId"];
        };
        PartId: string;
        PartKind: {
            id: components["schemas"]["PartId"];
            name: string;
        };
        PatientAnswer: {
            /** Format: int32 */
            backupMinutesLeft: null | number;
            contact: null | string;
            kind: components["schemas"]["PatientAnswerKind"];
            wantedInterval: null | components["schemas"]["ArrivalInterval"];
        };
        /** @enum {unknown} */
        PatientAnswerKind: "AtHome" | "AnotherTime" | "CallMe" | "Cancel" | "BackupRunning" | "NoMoreMessages" | "TellSomeoneElse" | "Language";
        PatientDetailsView: {
            equipment: components["schemas"]["EquipmentProfile"][];
            history: components["schemas"]["HistoryEntry"][];
            messages: components["schemas"]["MessageView"][];
            patient: components["schemas"]["PatientProfile"];
            preferred: string[];
            visits: components["schemas"]["VisitView"][];
        };
        PatientId: string;
        /** @enum {unknown} */
        PatientPageState: "Expected" | "OnTheWay" | "Arrived" | "Done" | "Cancelled" | "ToBeArranged" | "Expired";
        PatientProfile: {
            accessNotes: string;
            address: components["schemas"]["Address"];
            contact: components["schemas"]["ContactPreferences"];
            emergencyNumber: string;
            emergencyPlan: string;
            /** Format: double */
            flowLitresPerMinute: null | number;
            /** Format: int32 */
            freeBreathingMinutes: null | number;
            id: components["schemas"]["PatientId"];
            name: string;
            place: components["schemas"]["GeoPoint"];
            territory: components["schemas"]["TerritoryId"];
        };
        PatientVisitView: {
            acceptsTexts: boolean;
            answered: components["schemas"]["PatientAnswerKind"][];
            approach: null | components["schemas"]["ApproachView"];
            callNumber: string;
            date: null | components["schemas"]["LocalDate"];
            home: null | components["schemas"]["GeoPoint"];
            interval: null | components["schemas"]["ArrivalInterval"];
            language: string;
            /** Format: int64 */
            number: number;
            offersBackup: boolean;
            preparation: string[];
            saidAtHome: null | boolean;
            secondApproach: null | components["schemas"]["ApproachView"];
            state: components["schemas"]["PatientPageState"];
            /** Format: int32 */
            technicianCount: number;
            technicianFirstName: string;
            /** Format: int32 */
            thereCount: number;
            timeZone: string;
        };
        PinVisit: {
            keepsOrder: boolean;
            toStart: boolean;
            toTechnician: boolean;
            visit: components["schemas"]["VisitId"];
        };
        PlanBacklog: {
            /** Format: int32 */
            days: null | number;
        };
        PlanComparison: {
            after: components["schemas"]["PlanFigures"];
            before: components["schemas"]["PlanFigures"];
            /** Format: int64 */
            planVersion: number;
            refusal: null | components["schemas"]["Reason"];
            technicians: components["schemas"]["AffectedTechnician"][];
            visits: components["schemas"]["AffectedVisit"][];
        };
        PlanFigures: {
            /** Format: int64 */
            cost: number;
            costs: {
                [key: string]: number;
            };
            /** Format: int32 */
            driveSeconds: number;
            lateMinutesByUrgency: number[];
            /** Format: int32 */
            overtimeMinutes: number;
            /** Format: int32 */
            promisesBroken: number;
            /** Format: int32 */
            promisesKept: number;
            unassignedByUrgency: number[];
        };
        PlanningSettings: {
            /** Format: int32 */
            backlogDays: number;
            /** Format: int32 */
            balanceTenths: number;
            /** Format: int32 */
            brokenPromisePrice: number;
            /** Format: int32 */
            idleTenths: number;
            /** Format: int32 */
            insertMostMoved: number;
            /** Format: int32 */
            intervalPercent: number;
            isOneTechnicianPerPatient: boolean;
            /** Format: int32 */
            lateBreakPrice: number;
            /** Format: int32 */
            mostPromisesMoved: number;
            /** Format: int32 */
            mostVisitsMoved: number;
            /** Format: int32 */
            notPreferredTechnicianPrice: number;
            /** Format: int32 */
            offerDays: number;
            /** Format: int32 */
            otherTechnicianPrice: number;
            /** Format: int32 */
            outsideAreaPrice: number;
            /** Format: int32 */
            overtimePrice: number;
            /** Format: int32 */
            promiseExtraMinutes: number;
            /** Format: int32 */
            promisePrice: number;
            /** Format: int32 */
            setupMinutes: number;
            /** Format: int32 */
            technicianPrice: number;
            /** Format: int32 */
            unknownTechnicianPrice: number;
            /** Format: int32 */
            waitingTenths: number;
            /** Format: int32 */
            windowPrice: number;
            /** Format: int32 */
            windowRiseTenths: number;
        };
        PlanScore: {
            churn: null | components["schemas"]["ChurnAccount"];
            /** Format: int32 */
            churnSpent: number;
            /** Format: int32 */
            driveSeconds: number;
            figures: null | components["schemas"]["PlanFigures"];
            /** Format: int32 */
            lateMinutesHigh: number;
            /** Format: int32 */
            overtimeMinutes: number;
            /** Format: int32 */
            promisesBroken: number;
            /** Format: int32 */
            promisesKept: number;
            /** Format: int32 */
            unassigned: number;
            /** Format: int32 */
            visits: number;
        };
        PositionReport: {
            /** Format: double */
            accuracyMetres: null | number;
            fixAt: components["schemas"]["Instant"];
            /** Format: double */
            headingDegrees: null | number;
            position: components["schemas"]["GeoPoint"];
            /** Format: double */
            speedMetresPerSecond: null | number;
        };
        PositionView: {
            fixAt: components["schemas"]["Instant"];
            /** Format: double */
            headingDegrees: null | number;
            position: components["schemas"]["GeoPoint"];
            technician: components["schemas"]["TechnicianId"];
        };
        PreferTechnicians: {
            technicians: string[];
        };
        ProblemDetails: {
            detail: null | string;
            instance: null | string;
            /** Format: int32 */
            status: null | number;
            title: null | string;
            type: null | string;
        };
        Promise: {
            end: components["schemas"]["Instant"];
            isOnTheWay: boolean;
            start: components["schemas"]["Instant"];
            toldAt: components["schemas"]["Instant"];
        };
        ProposalId: string;
        ProposalView: {
            date: components["schemas"]["LocalDate"];
            id: components["schemas"]["ProposalId"];
            madeAt: components["schemas"]["Instant"];
            moves: components["schemas"]["ProposedMove"][];
            /** Format: int64 */
            planVersion: number;
            why: components["schemas"]["Reason"];
        };
        ProposedDay: {
            after: null | components["schemas"]["VisitId"];
            arriveAt: components["schemas"]["Instant"];
            date: components["schemas"]["LocalDate"];
            /** Format: int32 */
            extraDriveMinutes: number;
            /** Format: int32 */
            routeExtraDriveMinutes: number;
            second: null | components["schemas"]["ProposedSecond"];
            technician: components["schemas"]["TechnicianId"];
            technicianName: string;
            visit: components["schemas"]["VisitId"];
        };
        ProposedMove: {
            breaksPromise: boolean;
            from: null | components["schemas"]["TechnicianId"];
            newArrival: null | components["schemas"]["Instant"];
            oldArrival: null | components["schemas"]["Instant"];
            to: null | components["schemas"]["TechnicianId"];
            visit: components["schemas"]["VisitId"];
            why: components["schemas"]["Reason"];
        };
        ProposedSecond: {
            after: null | components["schemas"]["VisitId"];
            technician: components["schemas"]["TechnicianId"];
            technicianName: string;
        };
        Reason: {
            code: string;
            text: string;
            values: {
                [key: string]: string;
            };
        };
        RecordCallOutcome: {
            outcome: string;
            remark: string;
            task: components["schemas"]["CallTaskId"];
        };
        RedoChange: {
            change: null | components["schemas"]["CommandId"];
        };
        ReportedAnswer: {
            answer: components["schemas"]["AnswerRouteChange"];
            id: components["schemas"]["CommandId"];
            occurredAt: components["schemas"]["Instant"];
        };
        ReportedFact: {
            fact: components["schemas"]["TechnicianFact"];
            id: components["schemas"]["CommandId"];
            occurredAt: components["schemas"]["Instant"];
        };
        ReportPartMissing: {
            /** Format: int32 */
            left: number;
            part: components["schemas"]["PartId"];
            technician: components["schemas"]["TechnicianId"];
        };
        RequestVisit: {
            backup: null | components["schemas"]["BackupReport"];
            date: null | components["schemas"]["LocalDate"];
            days: null | components["schemas"]["DaySpan"];
            deadline: null | components["schemas"]["Instant"];
            dueDate: null | components["schemas"]["LocalDate"];
            /** Format: int32 */
            durationMinutes: null | number;
            equipment: string[];
            note: string;
            patient: components["schemas"]["PatientId"];
            territory: components["schemas"]["TerritoryId"];
            type: components["schemas"]["VisitTypeId"];
            urgency: null | components["schemas"]["UrgencyClass"];
            windows: null | components["schemas"]["TimeWindow"][];
        };
        RescheduleVisit: {
            date: null | components["schemas"]["LocalDate"];
            days: null | components["schemas"]["DaySpan"];
            windows: null | components["schemas"]["TimeWindow"][];
        };
        /** @enum {unknown} */
        Role: "Dispatcher" | "Technician" | "Clinician" | "Administrator" | "Patient" | "House";
        RouteChangeCard: {
            byWhom: string;
            changedAt: components["schemas"]["Instant"];
            lines: components["schemas"]["RouteChangeLine"][];
            /** Format: int64 */
            number: number;
            why: components["schemas"]["Reason"];
        };
        RouteChangeLine: {
            change: string;
            label: string;
            newArrival: null | components["schemas"]["Instant"];
            /** Format: int32 */
            newPosition: null | number;
            oldArrival: null | components["schemas"]["Instant"];
            /** Format: int32 */
            oldPosition: null | number;
            visit: components["schemas"]["VisitId"];
        };
        RouteCostsView: {
            /** Format: int64 */
            cost: number;
            costs: {
                [key: string]: number;
            };
            /** Format: int64 */
            planVersion: number;
            stops: components["schemas"]["StopCosts"][];
            technician: components["schemas"]["TechnicianId"];
        };
        RoutePathView: {
            date: components["schemas"]["LocalDate"];
            legs: string[];
            technician: components["schemas"]["TechnicianId"];
            /** Format: int64 */
            version: number;
        };
        RouteView: {
            /** Format: int32 */
            breakMinutes: number;
            breaks: components["schemas"]["BreakView"][];
            breakStart: null | components["schemas"]["Instant"];
            date: components["schemas"]["LocalDate"];
            homeAt: components["schemas"]["Instant"];
            /** Format: int32 */
            homeDriveSeconds: number;
            /** Format: int32 */
            overtimeMinutes: number;
            spaces: components["schemas"]["SpaceUse"][];
            startAt: components["schemas"]["Instant"];
            stops: components["schemas"]["StopView"][];
            technician: components["schemas"]["TechnicianId"];
            /** Format: int64 */
            version: number;
        };
        Runway: {
            deadline: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** Format: int32 */
            marginMinutes: number;
            parts: components["schemas"]["RunwayPart"][];
            /** Format: int32 */
            travelRiskMinutes: number;
            /** Format: int32 */
            usableMinutes: number;
        };
        RunwayParameters: {
            /** Format: double */
            assumedFlowLitresPerMinute: number;
            cylinders: components["schemas"]["CylinderSize"][];
            /** Format: int32 */
            emergencyResponseMinutes: number;
            /** Format: int32 */
            highResponseMinutes: number;
            /** Format: int32 */
            marginMinutes: number;
            setAt: null | components["schemas"]["Instant"];
            setBy: string;
            /** Format: int32 */
            travelRiskMinutes: number;
        };
        RunwayPart: {
            isAssumed: boolean;
            /** Format: int32 */
            minutes: number;
            source: string;
        };
        SearchHit: {
            date: null | components["schemas"]["LocalDate"];
            detail: string;
            id: string;
            kind: string;
            title: string;
        };
        SessionView: {
            demo: boolean;
            displayName: string;
            role: components["schemas"]["Role"];
            technician: null | components["schemas"]["TechnicianId"];
            territory: null | components["schemas"]["TerritoryId"];
            userName: string;
        };
        Shift: {
            day: components["schemas"]["IsoDayOfWeek"];
            end: components["schemas"]["LocalTime"];
            start: components["schemas"]["LocalTime"];
        };
        ShiftedVisit: {
            breaksPromise: boolean;
            /** Format: int32 */
            delayMinutes: number;
            patientName: string;
            visit: components["schemas"]["VisitId"];
        };
        Skill: {
            expires: null | components["schemas"]["LocalDate"];
            id: components["schemas"]["SkillId"];
            /** Format: int32 */
            level: number;
        };
        SkillChoice: {
            id: components["schemas"]["SkillId"];
            /** Format: int32 */
            minLevel: number;
        };
        SkillId: string;
        SkillKind: {
            id: components["schemas"]["SkillId"];
            name: string;
        };
        SkillRequirement: {
            alternatives: null | components["schemas"]["SkillChoice"][];
            id: components["schemas"]["SkillId"];
            /** Format: int32 */
            minLevel: number;
        };
        SlowerStreetView: {
            /** Format: int32 */
            drives: number;
            /** Format: double */
            factor: number;
            line: string;
            name: string;
            side: components["schemas"]["StreetSide"];
        };
        SpaceCount: {
            /** Format: int32 */
            count: number;
            space: components["schemas"]["SpaceId"];
        };
        SpaceId: string;
        SpaceKind: {
            id: components["schemas"]["SpaceId"];
            name: string;
        };
        SpaceUse: {
            /** Format: int32 */
            aboard: number;
            /** Format: int32 */
            most: number;
            /** Format: int32 */
            room: null | number;
            space: components["schemas"]["SpaceId"];
        };
        SpeedChange: {
            /** Format: double */
            speed: number;
        };
        StayingVisit: {
            visit: components["schemas"]["VisitId"];
            why: components["schemas"]["Reason"][];
        };
        /** @enum {unknown} */
        StepKind: "Depart" | "Turn" | "Continue" | "NewName" | "EndOfRoad" | "Fork" | "Merge" | "OnRamp" | "OffRamp" | "Roundabout" | "ExitRoundabout" | "Ferry" | "Arrive";
        StopCosts: {
            costs: {
                [key: string]: number;
            };
            visit: components["schemas"]["VisitId"];
        };
        /** @enum {unknown} */
        StopState: "Planned" | "OnTheWay" | "Arrived" | "Done" | "CouldNotBeDone";
        StopView: {
            arriveAt: components["schemas"]["Instant"];
            departAt: components["schemas"]["Instant"];
            /** Format: int32 */
            driveMetres: number;
            /** Format: int32 */
            driveSeconds: number;
            endAt: components["schemas"]["Instant"];
            isFrozen: boolean;
            isOrderKept: boolean;
            isPinned: boolean;
            /** Format: int32 */
            latePercent: number;
            likely: null | components["schemas"]["ArrivalInterval"];
            startAt: components["schemas"]["Instant"];
            state: components["schemas"]["StopState"];
            visit: components["schemas"]["VisitId"];
        };
        /** @enum {unknown} */
        StreetSide: "Middle" | "Left" | "Right";
        TakeAlarmStep: {
            alarm: components["schemas"]["AlarmId"];
            remark: string;
            step: components["schemas"]["AlarmStep"];
        };
        TakeBacklogProposal: {
            proposal: components["schemas"]["ProposalId"];
            visits: null | string[];
        };
        TechnicianDayView: {
            /** Format: int32 */
            breakMinutes: number;
            breakStart: null | components["schemas"]["Instant"];
            change: null | components["schemas"]["RouteChangeCard"];
            date: components["schemas"]["LocalDate"];
            deskPhone: string;
            duty: components["schemas"]["DutyState"];
            load: components["schemas"]["PartCount"][];
            messages: components["schemas"]["MessageView"][];
            name: string;
            /** Format: int64 */
            number: number;
            shiftEnd: null | components["schemas"]["Instant"];
            shiftStart: null | components["schemas"]["Instant"];
            stops: components["schemas"]["TechnicianStop"][];
            technician: components["schemas"]["TechnicianId"];
            timeZone: string;
        };
        TechnicianDetailsView: {
            history: components["schemas"]["HistoryEntry"][];
            position: null | components["schemas"]["PositionView"];
            technician: components["schemas"]["TechnicianProfile"];
        };
        TechnicianFact: components["schemas"]["TechnicianFactDutyStarted"] | components["schemas"]["TechnicianFactDutyEnded"] | components["schemas"]["TechnicianFactBreakStarted"] | components["schemas"]["TechnicianFactBreakEnded"] | components["schemas"]["TechnicianFactSetOut"] | components["schemas"]["TechnicianFactArrivedAtVisit"] | components["schemas"]["TechnicianFactFinishedVisit"] | components["schemas"]["TechnicianFactRunsLate"] | components["schemas"]["TechnicianFactCannotDoVisit"];
        TechnicianFactArrivedAtVisit: {
            /** @enum {string} */
            kind: "arrived";
            visit: components["schemas"]["VisitId"];
        };
        TechnicianFactBreakEnded: {
            /** @enum {string} */
            kind: "break-ended";
        };
        TechnicianFactBreakStarted: {
            /** @enum {string} */
            kind: "break-started";
        };
        TechnicianFactCannotDoVisit: {
            /** @enum {string} */
            kind: "cannot-do";
            reason: string;
            remark: string;
            visit: components["schemas"]["VisitId"];
        };
        TechnicianFactDutyEnded: {
            /** @enum {string} */
            kind: "duty-ended";
        };
        TechnicianFactDutyStarted: {
            /** @enum {string} */
            kind: "duty-started";
        };
        TechnicianFactFinishedVisit: {
            /** @enum {string} */
            kind: "finished";
            outcome: string;
            visit: components["schemas"]["VisitId"];
        };
        TechnicianFactRunsLate: {
            /** @enum {string} */
            kind: "runs-late";
            /** Format: int32 */
            minutes: number;
            visit: components["schemas"]["VisitId"];
        };
        TechnicianFactSetOut: {
            /** @enum {string} */
            kind: "set-out";
            visit: components["schemas"]["VisitId"];
        };
        TechnicianId: string;
        TechnicianProfile: {
            break: null | components["schemas"]["BreakRule"];
            depot: components["schemas"]["DepotId"];
            /** Format: int32 */
            drivePercent: number;
            /** Format: int32 */
            durationPercent: number;
            home: null | components["schemas"]["GeoPoint"];
            /** Format: int32 */
            homeAreaKilometres: number;
            id: components["schemas"]["TechnicianId"];
            instruments: components["schemas"]["Instrument"][];
            isActive: boolean;
            moreBreaks: components["schemas"]["BreakRule"][];
            name: string;
            phone: string;
            room: components["schemas"]["SpaceCount"][];
            shifts: components["schemas"]["Shift"][];
            skills: components["schemas"]["Skill"][];
            startsAtHome: boolean;
            stock: components["schemas"]["PartCount"][];
            territory: components["schemas"]["TerritoryId"];
            van: string;
        };
        TechnicianStop: {
            accessNotes: string;
            address: components["schemas"]["Address"];
            brings: components["schemas"]["LoadLine"][];
            checklist: string[];
            devices: string[];
            /** Format: int32 */
            durationMinutes: number;
            instruments: string[];
            note: string;
            partner: null | components["schemas"]["VisitPartner"];
            parts: components["schemas"]["PartCount"][];
            path: string;
            patientName: string;
            patientPhone: string;
            place: components["schemas"]["GeoPoint"];
            stop: components["schemas"]["StopView"];
            takes: components["schemas"]["LoadLine"][];
            typeName: string;
            urgency: components["schemas"]["UrgencyClass"];
        };
        TechnicianVerdict: {
            arrival: null | components["schemas"]["Instant"];
            canHave: boolean;
            /** Format: int64 */
            extraCost: null | number;
            isHolder: boolean;
            name: string;
            relaxation: null | components["schemas"]["Reason"];
            technician: components["schemas"]["TechnicianId"];
            why: components["schemas"]["Reason"];
        };
        TechnicianView: {
            duty: components["schemas"]["DutyState"];
            endPlace: components["schemas"]["GeoPoint"];
            id: components["schemas"]["TechnicianId"];
            initials: string;
            name: string;
            outReason: string;
            phone: string;
            shiftEnd: null | components["schemas"]["Instant"];
            shiftStart: null | components["schemas"]["Instant"];
            skills: components["schemas"]["Skill"][];
            startPlace: components["schemas"]["GeoPoint"];
            unansweredSince: null | components["schemas"]["Instant"];
            van: string;
        };
        TerritoryId: string;
        TerritoryProfile: {
            depots: components["schemas"]["Depot"][];
            deskPhone: string;
            id: components["schemas"]["TerritoryId"];
            instruments: components["schemas"]["InstrumentKind"][];
            language: string;
            name: string;
            parts: components["schemas"]["PartKind"][];
            settings: components["schemas"]["TerritorySettings"];
            skills: components["schemas"]["SkillKind"][];
            spaces: components["schemas"]["SpaceKind"][];
            timeZone: string;
            usesMiles: boolean;
            visitTypes: components["schemas"]["VisitType"][];
        };
        TerritorySettings: {
            /** Format: int32 */
            answerCallSeconds: number;
            /** Format: int32 */
            answerSeconds: number;
            /** Format: int32 */
            callBackMinutes: number;
            /** Format: int32 */
            escalateSeconds: number;
            /** Format: int32 */
            freezeMinutes: number;
            /** Format: int32 */
            leastGainMinutes: number;
            /** Format: int32 */
            messageAfterMinutes: number;
            /** Format: int32 */
            messageAfterSeconds: number;
            /** Format: int32 */
            messageGapMinutes: number;
            onCall: string[];
            /** Format: int32 */
            onTheWayPromiseMinutes: number;
            /** Format: int32 */
            overtimeMinutes: number;
            planning: components["schemas"]["PlanningSettings"];
            /** Format: int32 */
            promiseMinutes: number;
            quietFrom: components["schemas"]["LocalTime"];
            quietTo: components["schemas"]["LocalTime"];
            runway: components["schemas"]["RunwayParameters"];
        };
        TimeWindow: {
            end: components["schemas"]["Instant"];
            isHard: boolean;
            start: components["schemas"]["Instant"];
        };
        TodayView: {
            date: components["schemas"]["LocalDate"];
            now: components["schemas"]["Instant"];
            timeZone: string;
        };
        TrafficView: {
            /** Format: int32 */
            known: number;
            /** Format: int32 */
            leftOut: number;
            streets: components["schemas"]["SlowerStreetView"][];
        };
        TriageRequest: {
            backup: components["schemas"]["BackupReport"];
            equipment: null | components["schemas"]["EquipmentId"];
            patient: components["schemas"]["PatientId"];
            territory: components["schemas"]["TerritoryId"];
            type: null | components["schemas"]["VisitTypeId"];
        };
        TriageView: {
            deadline: null | components["schemas"]["Instant"];
            emergencyNumber: string;
            emergencyPlan: string;
            opensEmergencyCard: boolean;
            reasons: components["schemas"]["Reason"][];
            runway: null | components["schemas"]["Runway"];
            suggestedType: null | components["schemas"]["VisitTypeId"];
            urgency: components["schemas"]["UrgencyClass"];
        };
        /** @enum {unknown} */
        TurnDirection: "UTurn" | "SharpRight" | "Right" | "SlightRight" | "Straight" | "SlightLeft" | "Left" | "SharpLeft" | null;
        UndoableChange: {
            change: components["schemas"]["CommandId"];
            what: components["schemas"]["Reason"];
        };
        UndoBacklogBooking: {
            booking: components["schemas"]["CommandId"];
        };
        UndoChange: {
            change: null | components["schemas"]["CommandId"];
        };
        /** @enum {unknown} */
        UrgencyClass: "P0" | "P1" | "P2" | "P3" | "P4";
        VisitBooked: {
            result: components["schemas"]["CommandResult"];
            visit: components["schemas"]["VisitId"];
        };
        VisitBooking: {
            option: null | components["schemas"]["InsertionOption"];
            /** Format: int64 */
            planVersion: null | number;
            request: components["schemas"]["RequestVisit"];
        };
        VisitDetails: {
            address: components["schemas"]["Address"];
            brings: components["schemas"]["SpaceCount"][];
            date: null | components["schemas"]["LocalDate"];
            days: null | components["schemas"]["DaySpan"];
            deadline: null | components["schemas"]["Instant"];
            dueDate: null | components["schemas"]["LocalDate"];
            /** Format: int32 */
            durationMinutes: number;
            equipment: string[];
            instruments: string[];
            knownTo: string[];
            note: string;
            parts: components["schemas"]["PartCount"][];
            patient: components["schemas"]["PatientId"];
            place: components["schemas"]["GeoPoint"];
            preferred: string[];
            runway: null | components["schemas"]["Runway"];
            secondSkills: null | components["schemas"]["SkillRequirement"][];
            skills: components["schemas"]["SkillRequirement"][];
            takes: components["schemas"]["SpaceCount"][];
            territory: components["schemas"]["TerritoryId"];
            type: components["schemas"]["VisitTypeId"];
            urgency: components["schemas"]["UrgencyClass"];
            windows: components["schemas"]["TimeWindow"][];
        };
        VisitDetailsView: {
            costs: {
                [key: string]: number;
            };
            history: components["schemas"]["HistoryEntry"][];
            visit: components["schemas"]["VisitView"];
            whyHere: components["schemas"]["Reason"][];
        };
        VisitId: string;
        VisitOffer: {
            date: components["schemas"]["LocalDate"];
            /** Format: int64 */
            extraCost: number;
            /** Format: int32 */
            extraDriveMinutes: number;
            id: string;
            interval: components["schemas"]["ArrivalInterval"];
            /** Format: int32 */
            lateMinutes: number;
            option: components["schemas"]["InsertionOption"];
            /** Format: int64 */
            planVersion: number;
            technician: components["schemas"]["TechnicianId"];
            technicianName: string;
        };
        VisitPartner: {
            arrival: null | components["schemas"]["Instant"];
            isWhole: boolean;
            name: string;
            stop: components["schemas"]["StopState"];
            technician: null | components["schemas"]["TechnicianId"];
            visit: components["schemas"]["VisitId"];
        };
        VisitReasonsView: {
            costs: {
                [key: string]: number;
            };
            leastRelaxation: null | components["schemas"]["Reason"];
            moved: null | components["schemas"]["Reason"];
            /** Format: int64 */
            planVersion: number;
            technicians: components["schemas"]["TechnicianVerdict"][];
            visit: components["schemas"]["VisitId"];
            whyHere: components["schemas"]["Reason"][];
        };
        /** @enum {unknown} */
        VisitStatus: "Backlog" | "Scheduled" | "OnTheWay" | "Arrived" | "Done" | "CouldNotBeDone" | "Cancelled";
        VisitType: {
            brings: components["schemas"]["SpaceCount"][];
            checklist: string[];
            /** Format: int32 */
            durationMinutes: number;
            id: components["schemas"]["VisitTypeId"];
            instruments: string[];
            name: string;
            parts: components["schemas"]["PartCount"][];
            preparation: {
                [key: string]: string[];
            };
            /** Format: int32 */
            responseMinutes: null | number;
            secondSkills: null | components["schemas"]["SkillRequirement"][];
            skills: components["schemas"]["SkillRequirement"][];
            takes: components["schemas"]["SpaceCount"][];
            urgency: components["schemas"]["UrgencyClass"];
        };
        VisitTypeId: string;
        /** @enum {unknown} */
        VisitUnderWay: "FinishedFirst" | "HandedOn" | null;
        VisitView: {
            address: components["schemas"]["Address"];
            brings: components["schemas"]["SpaceCount"][];
            date: null | components["schemas"]["LocalDate"];
            days: null | components["schemas"]["DaySpan"];
            deadline: null | components["schemas"]["Instant"];
            dueDate: null | components["schemas"]["LocalDate"];
            /** Format: int32 */
            durationMinutes: number;
            equipment: string[];
            estimatedArrival: null | components["schemas"]["Instant"];
            estimatedEnd: null | components["schemas"]["Instant"];
            id: components["schemas"]["VisitId"];
            instruments: string[];
            keepsOrder: boolean;
            marks: string[];
            note: string;
            partner: null | components["schemas"]["VisitPartner"];
            parts: components["schemas"]["PartCount"][];
            patient: components["schemas"]["PatientId"];
            patientIsHome: null | boolean;
            patientName: string;
            pinnedStart: null | components["schemas"]["Instant"];
            pinnedTechnician: null | components["schemas"]["TechnicianId"];
            place: components["schemas"]["GeoPoint"];
            promise: null | components["schemas"]["Promise"];
            runway: null | components["schemas"]["Runway"];
            skills: components["schemas"]["SkillRequirement"][];
            status: components["schemas"]["VisitStatus"];
            takes: components["schemas"]["SpaceCount"][];
            technician: null | components["schemas"]["TechnicianId"];
            type: components["schemas"]["VisitTypeId"];
            typeName: string;
            unassignedReasons: components["schemas"]["Reason"][];
            urgency: components["schemas"]["UrgencyClass"];
            /** Format: int64 */
            version: number;
            windows: components["schemas"]["TimeWindow"][];
        };
        WhatIf: {
            improve: boolean;
            longer: null | components["schemas"]["LongerVisit"][];
            missing: null | components["schemas"]["ReportPartMissing"][];
            moves: null | components["schemas"]["MoveVisits"][];
            out: null | string[];
        };
        WriteToTechnician: {
            technician: components["schemas"]["TechnicianId"];
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccountEntry = components['schemas']['AccountEntry'];
export type AccountView = components['schemas']['AccountView'];
export type Address = components['schemas']['Address'];
export type AddressKind = components['schemas']['AddressKind'];
export type AddressMatch = components['schemas']['AddressMatch'];
export type AffectedTechnician = components['schemas']['AffectedTechnician'];
export type AffectedVisit = components['schemas']['AffectedVisit'];
export type AlarmId = components['schemas']['AlarmId'];
export type AlarmStep = components['schemas']['AlarmStep'];
export type AlarmView = components['schemas']['AlarmView'];
export type Answer = components['schemas']['Answer'];
export type AnswerProposal = components['schemas']['AnswerProposal'];
export type AnswerRouteChange = components['schemas']['AnswerRouteChange'];
export type ApproachView = components['schemas']['ApproachView'];
export type ArrivalInterval = components['schemas']['ArrivalInterval'];
export type BacklogPlanView = components['schemas']['BacklogPlanView'];
export type BacklogProposal = components['schemas']['BacklogProposal'];
export type BackupReport = components['schemas']['BackupReport'];
export type BoardChange = components['schemas']['BoardChange'];
export type BoardChangeAlarmChanged = components['schemas']['BoardChangeAlarmChanged'];
export type BoardChangeBacklogPlanChanged = components['schemas']['BoardChangeBacklogPlanChanged'];
export type BoardChangeCallTaskChanged = components['schemas']['BoardChangeCallTaskChanged'];
export type BoardChangeClockChanged = components['schemas']['BoardChangeClockChanged'];
export type BoardChangeClosureChanged = components['schemas']['BoardChangeClosureChanged'];
export type BoardChangeClosureEnded = components['schemas']['BoardChangeClosureEnded'];
export type BoardChangeDayChanged = components['schemas']['BoardChangeDayChanged'];
export type BoardChangeMessageSent = components['schemas']['BoardChangeMessageSent'];
export type BoardChangePositionChanged = components['schemas']['BoardChangePositionChanged'];
export type BoardChangeProposalChanged = components['schemas']['BoardChangeProposalChanged'];
export type BoardChangeProposalClosed = components['schemas']['BoardChangeProposalClosed'];
export type BoardChangeRouteChanged = components['schemas']['BoardChangeRouteChanged'];
export type BoardChangeRoutePathChanged = components['schemas']['BoardChangeRoutePathChanged'];
export type BoardChangeSomeoneChanged = components['schemas']['BoardChangeSomeoneChanged'];
export type BoardChangeTechnicianChanged = components['schemas']['BoardChangeTechnicianChanged'];
export type BoardChangeTrafficLearned = components['schemas']['BoardChangeTrafficLearned'];
export type BoardChangeVisitChanged = components['schemas']['BoardChangeVisitChanged'];
export type BoardChangeVisitLeft = components['schemas']['BoardChangeVisitLeft'];
export type BoardMessage = components['schemas']['BoardMessage'];
export type BreakRule = components['schemas']['BreakRule'];
export type BreakView = components['schemas']['BreakView'];
export type CallTaskId = components['schemas']['CallTaskId'];
export type CallTaskView = components['schemas']['CallTaskView'];
export type CancelVisit = components['schemas']['CancelVisit'];
export type ChangeNote = components['schemas']['ChangeNote'];
export type ChurnAccount = components['schemas']['ChurnAccount'];
export type ClockView = components['schemas']['ClockView'];
export type CloseStreets = components['schemas']['CloseStreets'];
export type ClosureId = components['schemas']['ClosureId'];
export type ClosureView = components['schemas']['ClosureView'];
export type CommandId = components['schemas']['CommandId'];
export type CommandResult = components['schemas']['CommandResult'];
export type ContactPreferences = components['schemas']['ContactPreferences'];
export type Credentials = components['schemas']['Credentials'];
export type CsvMistake = components['schemas']['CsvMistake'];
export type CsvOutcome = components['schemas']['CsvOutcome'];
export type CylinderReport = components['schemas']['CylinderReport'];
export type CylinderSize = components['schemas']['CylinderSize'];
export type DayPartView = components['schemas']['DayPartView'];
export type DaySpan = components['schemas']['DaySpan'];
export type DayTime = components['schemas']['DayTime'];
export type DayView = components['schemas']['DayView'];
export type Dependence = components['schemas']['Dependence'];
export type Depot = components['schemas']['Depot'];
export type DepotId = components['schemas']['DepotId'];
export type DutyState = components['schemas']['DutyState'];
export type EditVisit = components['schemas']['EditVisit'];
export type EquipmentDetailsView = components['schemas']['EquipmentDetailsView'];
export type EquipmentId = components['schemas']['EquipmentId'];
export type EquipmentProfile = components['schemas']['EquipmentProfile'];
export type EquipmentState = components['schemas']['EquipmentState'];
export type FailureKind = components['schemas']['FailureKind'];
export type GeoPoint = components['schemas']['GeoPoint'];
export type GuidanceStep = components['schemas']['GuidanceStep'];
export type GuidanceView = components['schemas']['GuidanceView'];
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type InsertionOption = components['schemas']['InsertionOption'];
export type Instant = components['schemas']['Instant'];
export type Instrument = components['schemas']['Instrument'];
export type InstrumentId = components['schemas']['InstrumentId'];
export type InstrumentKind = components['schemas']['InstrumentKind'];
export type IntervalsRequest = components['schemas']['IntervalsRequest'];
export type IsoDayOfWeek = components['schemas']['IsoDayOfWeek'];
export type Lane = components['schemas']['Lane'];
export type LearnedFigures = components['schemas']['LearnedFigures'];
export type LoadLine = components['schemas']['LoadLine'];
export type LocalDate = components['schemas']['LocalDate'];
export type LocalTime = components['schemas']['LocalTime'];
export type LongerVisit = components['schemas']['LongerVisit'];
export type MapBounds = components['schemas']['MapBounds'];
export type MapPoint = components['schemas']['MapPoint'];
export type MapView = components['schemas']['MapView'];
export type MarkTechnicianBack = components['schemas']['MarkTechnicianBack'];
export type MarkTechnicianOut = components['schemas']['MarkTechnicianOut'];
export type MessageAudience = components['schemas']['MessageAudience'];
export type MessageId = components['schemas']['MessageId'];
export type MessageToDesk = components['schemas']['MessageToDesk'];
export type MessageView = components['schemas']['MessageView'];
export type MoveVisits = components['schemas']['MoveVisits'];
export type OfferedAccount = components['schemas']['OfferedAccount'];
export type OfferedInterval = components['schemas']['OfferedInterval'];
export type OfferRequest = components['schemas']['OfferRequest'];
export type OffersAnswer = components['schemas']['OffersAnswer'];
export type OffersRequest = components['schemas']['OffersRequest'];
export type OptionsAnswer = components['schemas']['OptionsAnswer'];
export type OptionsRequest = components['schemas']['OptionsRequest'];
export type PageOfAccountView = components['schemas']['PageOfAccountView'];
export type PageOfEquipmentProfile = components['schemas']['PageOfEquipmentProfile'];
export type PageOfPatientProfile = components['schemas']['PageOfPatientProfile'];
export type PageOfTechnicianProfile = components['schemas']['PageOfTechnicianProfile'];
export type PageOfVisitView = components['schemas']['PageOfVisitView'];
export type PartCount = components['schemas']['PartCount'];
export type PartId = components['schemas']['PartId'];
export type PartKind = components['schemas']['PartKind'];
export type PatientAnswer = components['schemas']['PatientAnswer'];
export type PatientAnswerKind = components['schemas']['PatientAnswerKind'];
export type PatientDetailsView = components['schemas']['PatientDetailsView'];
export type PatientId = components['schemas']['PatientId'];
export type PatientPageState = components['schemas']['PatientPageState'];
export type PatientProfile = components['schemas']['PatientProfile'];
export type PatientVisitView = components['schemas']['PatientVisitView'];
export type PinVisit = components['schemas']['PinVisit'];
export type PlanBacklog = components['schemas']['PlanBacklog'];
export type PlanComparison = components['schemas']['PlanComparison'];
export type PlanFigures = components['schemas']['PlanFigures'];
export type PlanningSettings = components['schemas']['PlanningSettings'];
export type PlanScore = components['schemas']['PlanScore'];
export type PositionReport = components['schemas']['PositionReport'];
export type PositionView = components['schemas']['PositionView'];
export type PreferTechnicians = components['schemas']['PreferTechnicians'];
export type ProblemDetails = components['schemas']['ProblemDetails'];
export type Promise = components['schemas']['Promise'];
export type ProposalId = components['schemas']['ProposalId'];
export type ProposalView = components['schemas']['ProposalView'];
export type ProposedDay = components['schemas']['ProposedDay'];
export type ProposedMove = components['schemas']['ProposedMove'];
export type ProposedSecond = components['schemas']['ProposedSecond'];
export type Reason = components['schemas']['Reason'];
export type RecordCallOutcome = components['schemas']['RecordCallOutcome'];
export type RedoChange = components['schemas']['RedoChange'];
export type ReportedAnswer = components['schemas']['ReportedAnswer'];
export type ReportedFact = components['schemas']['ReportedFact'];
export type ReportPartMissing = components['schemas']['ReportPartMissing'];
export type RequestVisit = components['schemas']['RequestVisit'];
export type RescheduleVisit = components['schemas']['RescheduleVisit'];
export type Role = components['schemas']['Role'];
export type RouteChangeCard = components['schemas']['RouteChangeCard'];
export type RouteChangeLine = components['schemas']['RouteChangeLine'];
export type RouteCostsView = components['schemas']['RouteCostsView'];
export type RoutePathView = components['schemas']['RoutePathView'];
export type RouteView = components['schemas']['RouteView'];
export type Runway = components['schemas']['Runway'];
export type RunwayParameters = components['schemas']['RunwayParameters'];
export type RunwayPart = components['schemas']['RunwayPart'];
export type SearchHit = components['schemas']['SearchHit'];
export type SessionView = components['schemas']['SessionView'];
export type Shift = components['schemas']['Shift'];
export type ShiftedVisit = components['schemas']['ShiftedVisit'];
export type Skill = components['schemas']['Skill'];
export type SkillChoice = components['schemas']['SkillChoice'];
export type SkillId = components['schemas']['SkillId'];
export type SkillKind = components['schemas']['SkillKind'];
export type SkillRequirement = components['schemas']['SkillRequirement'];
export type SlowerStreetView = components['schemas']['SlowerStreetView'];
export type SpaceCount = components['schemas']['SpaceCount'];
export type SpaceId = components['schemas']['SpaceId'];
export type SpaceKind = components['schemas']['SpaceKind'];
export type SpaceUse = components['schemas']['SpaceUse'];
export type SpeedChange = components['schemas']['SpeedChange'];
export type StayingVisit = components['schemas']['StayingVisit'];
export type StepKind = components['schemas']['StepKind'];
export type StopCosts = components['schemas']['StopCosts'];
export type StopState = components['schemas']['StopState'];
export type StopView = components['schemas']['StopView'];
export type StreetSide = components['schemas']['StreetSide'];
export type TakeAlarmStep = components['schemas']['TakeAlarmStep'];
export type TakeBacklogProposal = components['schemas']['TakeBacklogProposal'];
export type TechnicianDayView = components['schemas']['TechnicianDayView'];
export type TechnicianDetailsView = components['schemas']['TechnicianDetailsView'];
export type TechnicianFact = components['schemas']['TechnicianFact'];
export type TechnicianFactArrivedAtVisit = components['schemas']['TechnicianFactArrivedAtVisit'];
export type TechnicianFactBreakEnded = components['schemas']['TechnicianFactBreakEnded'];
export type TechnicianFactBreakStarted = components['schemas']['TechnicianFactBreakStarted'];
export type TechnicianFactCannotDoVisit = components['schemas']['TechnicianFactCannotDoVisit'];
export type TechnicianFactDutyEnded = components['schemas']['TechnicianFactDutyEnded'];
export type TechnicianFactDutyStarted = components['schemas']['TechnicianFactDutyStarted'];
export type TechnicianFactFinishedVisit = components['schemas']['TechnicianFactFinishedVisit'];
export type TechnicianFactRunsLate = components['schemas']['TechnicianFactRunsLate'];
export type TechnicianFactSetOut = components['schemas']['TechnicianFactSetOut'];
export type TechnicianId = components['schemas']['TechnicianId'];
export type TechnicianProfile = components['schemas']['TechnicianProfile'];
export type TechnicianStop = components['schemas']['TechnicianStop'];
export type TechnicianVerdict = components['schemas']['TechnicianVerdict'];
export type TechnicianView = components['schemas']['TechnicianView'];
export type TerritoryId = components['schemas']['TerritoryId'];
export type TerritoryProfile = components['schemas']['TerritoryProfile'];
export type TerritorySettings = components['schemas']['TerritorySettings'];
export type TimeWindow = components['schemas']['TimeWindow'];
export type TodayView = components['schemas']['TodayView'];
export type TrafficView = components['schemas']['TrafficView'];
export type TriageRequest = components['schemas']['TriageRequest'];
export type TriageView = components['schemas']['TriageView'];
export type TurnDirection = components['schemas']['TurnDirection'];
export type UndoableChange = components['schemas']['UndoableChange'];
export type UndoBacklogBooking = components['schemas']['UndoBacklogBooking'];
export type UndoChange = components['schemas']['UndoChange'];
export type UrgencyClass = components['schemas']['UrgencyClass'];
export type VisitBooked = components['schemas']['VisitBooked'];
export type VisitBooking = components['schemas']['VisitBooking'];
export type VisitDetails = components['schemas']['VisitDetails'];
export type VisitDetailsView = components['schemas']['VisitDetailsView'];
export type VisitId = components['schemas']['VisitId'];
export type VisitOffer = components['schemas']['VisitOffer'];
export type VisitPartner = components['schemas']['VisitPartner'];
export type VisitReasonsView = components['schemas']['VisitReasonsView'];
export type VisitStatus = components['schemas']['VisitStatus'];
export type VisitType = components['schemas']['VisitType'];
export type VisitTypeId = components['schemas']['VisitTypeId'];
export type VisitUnderWay = components['schemas']['VisitUnderWay'];
export type VisitView = components['schemas']['VisitView'];
export type WhatIf = components['schemas']['WhatIf'];
export type WriteToTechnician = components['schemas']['WriteToTechnician'];
export type $defs = Record<string, never>;
export interface operations {
    SearchAddresses: {
        parameters: {
            query?: {
                lat?: number;
                limit?: number;
                lon?: number;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressMatch"][];
                };
            };
        };
    };
    NearestAddress: {
        parameters: {
            query: {
                lat: number;
                lon: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressMatch"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListAccounts: {
        parameters: {
            query?: {
                limit?: number;
                next?: string;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAccountView"];
                };
            };
        };
    };
    SaveAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountEntry"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    SaveEquipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EquipmentProfile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    RemoveEquipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ReadLearnedStreets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearnedFigures"];
                };
            };
        };
    };
    SavePatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientProfile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    RemovePatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    SaveTechnician: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TechnicianProfile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    RemoveTechnician: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    SaveTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TerritoryProfile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ExportCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvOutcome"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvOutcome"];
                };
            };
        };
    };
    GetClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
        };
    };
    SetSpeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeedChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    MarkTechnicianBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MarkTechnicianBack"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    GetChanges: {
        parameters: {
            query?: {
                count?: number;
            };
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeNote"][];
                };
            };
        };
    };
    GetDayFeed: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardMessage"];
                };
            };
        };
    };
    MoveVisits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MoveVisits"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    MarkTechnicianOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MarkTechnicianOut"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ReportPartMissing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReportPartMissing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    PinVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PinVisit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    AnswerProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AnswerProposal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    PublishDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    RedoChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RedoChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    GetRouteCosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                technician: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteCostsView"];
                };
            };
        };
    };
    UndoChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UndoChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    CompareWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
                territory: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIf"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanComparison"];
                };
            };
        };
    };
    GetDemoAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedAccount"][];
                };
            };
        };
    };
    GetEquipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EquipmentDetailsView"];
                };
            };
        };
    };
    GetMap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapView"];
                };
            };
        };
    };
    GetMyDay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnicianDayView"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AnswerRouteChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportedAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ReportFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportedFact"][];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"][];
                };
            };
        };
    };
    GetGuidance: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidanceView"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WriteToDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageToDesk"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ListMyParts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartKind"][];
                };
            };
        };
    };
    ReportPositions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionReport"][];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    GetPatientVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientVisitView"];
                };
            };
        };
    };
    AnswerAsPatient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    GetPatientIntervals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedInterval"][];
                };
            };
        };
    };
    GetPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDetailsView"];
                };
            };
        };
    };
    PreferTechnicians: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferTechnicians"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    GetSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetTechnician: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnicianDetailsView"];
                };
            };
        };
    };
    GetTerritories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryProfile"][];
                };
            };
        };
    };
    GetTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryProfile"];
                };
            };
        };
    };
    TakeAlarmStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeAlarmStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    GetBacklogPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacklogPlanView"];
                };
            };
        };
    };
    PlanBacklog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlanBacklog"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    DismissBacklogProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    TakeBacklogProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TakeBacklogProposal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    UndoBacklogBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UndoBacklogBooking"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    RecordCallOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCallOutcome"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ListClosures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureView"][];
                };
            };
        };
    };
    CloseStreets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseStreets"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ReopenStreets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ListClosedStreets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
        };
    };
    ListEquipment: {
        parameters: {
            query?: {
                limit?: number;
                next?: string;
                patient?: string;
                text?: string;
            };
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEquipmentProfile"];
                };
            };
        };
    };
    GetDeskFeed: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardMessage"];
                };
            };
        };
    };
    ListMessages: {
        parameters: {
            query?: {
                count?: number;
            };
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"][];
                };
            };
        };
    };
    WriteToTechnician: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteToTechnician"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    ListPatients: {
        parameters: {
            query?: {
                limit?: number;
                next?: string;
                text?: string;
            };
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPatientProfile"];
                };
            };
        };
    };
    Search: {
        parameters: {
            query?: {
                limit?: number;
                text?: string;
            };
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchHit"][];
                };
            };
        };
    };
    ListTechnicians: {
        parameters: {
            query?: {
                limit?: number;
                next?: string;
                text?: string;
            };
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTechnicianProfile"];
                };
            };
        };
    };
    GetToday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayView"];
                };
            };
        };
    };
    ListSlowerStreets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                part: number;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrafficView"];
                };
            };
        };
    };
    ListVisits: {
        parameters: {
            query?: {
                from?: string;
                limit?: number;
                next?: string;
                patient?: string;
                text?: string;
                to?: string;
            };
            header?: never;
            path: {
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfVisitView"];
                };
            };
        };
    };
    Triage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageView"];
                };
            };
        };
    };
    BookVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitBooking"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitBooked"];
                };
            };
        };
    };
    GetVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitDetailsView"];
                };
            };
        };
    };
    EditVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditVisit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    CancelVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelVisit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    OfferIntervals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntervalsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedInterval"][];
                };
            };
        };
    };
    OfferKnownVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OffersRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersAnswer"];
                };
            };
        };
    };
    GetVisitReasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitReasonsView"];
                };
            };
        };
    };
    RescheduleVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleVisit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
        };
    };
    OfferVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersAnswer"];
                };
            };
        };
    };
    ProposeOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionsAnswer"];
                };
            };
        };
    };
}
