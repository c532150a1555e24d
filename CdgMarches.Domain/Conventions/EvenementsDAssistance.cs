using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Conventions;

public sealed record AssistanceDemandee(CollectiviteId Membre, NatureDAssistance Nature, string Objet) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Assistance demandée ({Nature.Libelle()}) : {Objet}.";
}

public sealed record AssistancePriseEnCharge(CollectiviteId Membre, string Objet) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Demande d'assistance prise en charge : {Objet}.";
}

public sealed record AssistanceClassee(CollectiviteId Membre, string Objet, string Ancien, string Nouveau)
    : FaitDeConvention(Membre)
{
    public override string Libelle => $"Demande d'assistance classée : {Objet}.";

    public override string Avant => Ancien;

    public override string Apres => Nouveau;
}

public sealed record AssistanceRepondue(CollectiviteId Membre, string Objet) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Réponse donnée à la demande d'assistance : {Objet}.";
}

public sealed record ReglementJoint(CollectiviteId Membre, string Objet, bool EnRemplace) : FaitDeConvention(Membre)
{
    public override string Libelle =>
        $"Règlement de la consultation {(EnRemplace ? "remplacé dans" : "joint à")} la demande d'assistance : {Objet}.";
}
