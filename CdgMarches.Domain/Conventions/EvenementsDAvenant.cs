using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

public sealed record TexteDeConventionDepose(CollectiviteId Membre) : FaitDeConvention(Membre)
{
    public override string Libelle => "Texte de la convention enregistré.";
}

public sealed record AvenantPrepare(CollectiviteId Membre, string Avenant) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Avenant préparé : {Avenant}.";
}

public sealed record AvenantRedige(CollectiviteId Membre, string Avenant) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Avenant récrit : {Avenant}.";
}

public sealed record AvenantDate(CollectiviteId Membre, string Avenant) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Signatures de l'avenant enregistrées : {Avenant}.";
}

public sealed record AvenantConclu(CollectiviteId Membre, string Avenant, DateOnly Effet, string? Raison = null)
    : FaitDeConvention(Membre)
{
    public override string? Motif => Raison;

    public override string Libelle => $"Avenant conclu, effet le {EnClair.Date(Effet)} : {Avenant}.";
}

public sealed record AvenantCorrige(CollectiviteId Membre, string Avenant, string Anciennes, string Nouvelles, string? Raison)
    : FaitDeConvention(Membre)
{
    public override string Libelle => $"Dates de l'avenant corrigées : {Avenant}.";

    public override string? Avant => Anciennes;

    public override string? Apres => Nouvelles;

    public override string? Motif => Raison;
}
