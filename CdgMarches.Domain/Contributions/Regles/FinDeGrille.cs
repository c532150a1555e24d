using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>Un même type ne se facture aux mêmes redevables que par une grille à la fois.</summary>
/// <remarks>RG6.01, RG6.14. Deux tarifs le même jour feraient deux montants pour une dette unique.</remarks>
public sealed record SeuleGrilleDeSonType(string Type, DateOnly? Debut, IReadOnlyList<GrilleVoisine> Voisines) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public string? Champ => "debut";

    private GrilleVoisine? Heurtee =>
        Debut is { } debut ? Voisines.FirstOrDefault(v => v.Fin is not { } fin || fin >= debut) : null;

    public bool EstRespectee => Heurtee is null;

    public string Message =>
        $"La grille « {Heurtee!.Intitule} », version {Heurtee.Numero.ToString(Francais.Culture)}, appelle déjà {Type} aux mêmes redevables {EnClair.Validite(Heurtee.Debut, Heurtee.Fin)} : ouvrez-en une nouvelle version, ou mettez-lui fin avant ce jour.";
}

/// <summary>Une délibération se vote avant de produire ses effets dans l'application.</summary>
/// <remarks>RG6.01. Sans jour d'appréciation, la date n'est pas regardée : c'est le cas d'une reprise de l'existant.</remarks>
public sealed record DeliberationDejaVotee(DateOnly? DelibereeLe, DateOnly? Jour) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "CGFP, art. L452-30";

    public string? Champ => "deliberee-le";

    public bool EstRespectee => !(DelibereeLe > Jour);

    public string Message =>
        $"La délibération est datée du {EnClair.Date(DelibereeLe ?? default)}, qui n'est pas encore venu : enregistrez-la une fois votée.";
}

/// <summary>La fin d'une grille nomme la délibération qui la décide, et sa date.</summary>
/// <remarks>RG6.01. Ce qu'une délibération a voté, une délibération l'abroge.</remarks>
public sealed record DeliberationQuiMetFin(string? Deliberation, DateOnly? Date, int Maximum) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "CRPA, art. L243-1 et L243-2";

    public string? Champ => "deliberation-de-fin";

    public bool EstRespectee =>
        !string.IsNullOrWhiteSpace(Deliberation) && Deliberation.Trim().Length <= Maximum && Date is not null;

    public string Message => "Donnez la délibération qui met fin à la grille, et sa date.";
}

/// <summary>Seule une version adoptée et sans dernier jour s'arrête.</summary>
/// <remarks>RG6.01.</remarks>
public sealed record GrilleSansDernierJour(EtatDeGrille Etat, DateOnly? Fin) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public bool EstRespectee => Etat is EtatDeGrille.Adoptee && Fin is null;

    public string Message =>
        Fin is { } fin
            ? $"Cette version s'arrête déjà le {EnClair.Date(fin)}."
            : "Cette version n'est pas adoptée : modifiez-la, ou supprimez-la.";
}

/// <summary>Le dernier jour d'une grille suit son premier, et ne retire rien de ce qui est déjà appelé.</summary>
/// <remarks>RG6.01, RG6.14.</remarks>
public sealed record DernierJourDeGrille(DateOnly? Debut, DateOnly? DernierJour, int? DernierAppele) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "CRPA, art. L221-4 : un tarif ne vaut que pour l'avenir";

    public string? Champ => "dernier-jour";

    public bool EstRespectee => DernierJour is { } jour && jour >= Debut && !(DernierAppele > jour.Year);

    public string Message =>
        DernierJour is not { } jour ? "Donnez le dernier jour où la grille vaut."
        : jour < Debut
            ? $"La grille vaut depuis le {EnClair.Date(Debut!.Value)} : choisissez un dernier jour qui le suit, ou annulez son adoption."
        : $"L'exercice {DernierAppele!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} est déjà appelé avec cette grille : choisissez un dernier jour de cet exercice ou d'un suivant.";
}

/// <summary>Une adoption ne s'annule que si rien ne s'est encore fait avec la grille.</summary>
/// <remarks>RG6.01. Ensuite la grille est immuable : une nouvelle version la remplace, ou une délibération y met fin.</remarks>
public sealed record AdoptionSansEffet(EffetsDeGrille Effets) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public bool EstRespectee => Effets is { Dettes: 0, Campagnes: 0, Actes: 0 };

    public string Message =>
        Effets.Dettes > 0
            ? $"{EnClair.Compter(Effets.Dettes, "dette")} en {(Effets.Dettes > 1 ? "viennent" : "vient")} : mettez fin à la grille, ou ouvrez une nouvelle version."
        : Effets.Campagnes > 0
            ? $"{EnClair.Compter(Effets.Campagnes, "appel")} en préparation s'en {(Effets.Campagnes > 1 ? "servent" : "sert")} : abandonnez d'abord cette préparation."
        : $"Elle est déjà applicable à {EnClair.Compter(Effets.Actes, "acte")} par avenant ou notification : mettez-lui fin, ou ouvrez une nouvelle version.";
}

/// <summary>Ce qu'on défait a son motif.</summary>
/// <remarks>RG6.01.</remarks>
public sealed record MotifDeGrille(string Objet, string? Motif, int Maximum) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Motif) && Motif.Trim().Length <= Maximum;

    public string Message => $"{Objet} manque ou est trop long : {Maximum.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>On supprime un brouillon, jamais une grille adoptée.</summary>
/// <remarks>RG6.01.</remarks>
public sealed record BrouillonASupprimer(EtatDeGrille Etat) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public bool EstRespectee => Etat is EtatDeGrille.Brouillon;

    public string Message => "Une grille adoptée ne se supprime pas : annulez son adoption, ou mettez-lui fin.";
}
