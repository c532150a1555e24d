using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>La grille nomme la délibération qui la vote, et sa date.</summary>
/// <remarks>RG6.01, RG6.18.</remarks>
public sealed record DeliberationDeLaGrille(string? Deliberation, DateOnly? Date, int Maximum) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "CGFP, art. L452-30";

    public string? Champ => "deliberation";

    public bool EstRespectee =>
        !string.IsNullOrWhiteSpace(Deliberation) && Deliberation.Trim().Length <= Maximum && Date is not null;

    public string Message => "Donnez la délibération qui vote la grille, et sa date.";
}

/// <summary>La validité suit celle des versions déjà adoptées, sans recouvrement, et ne précède pas le vote.</summary>
/// <remarks>RG6.01. La version en cours, sans fin, s'arrête la veille ; une version déjà close garde ses dates.</remarks>
public sealed record ValiditeDeGrille(DateOnly? Debut, DateOnly? DelibereeLe, IReadOnlyList<ValiditeDeVersion> Autres) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "CRPA, art. L221-4 : un tarif ne vaut que pour l'avenir";

    public string? Champ => "debut";

    private ValiditeDeVersion? Heurtee =>
        Debut is { } debut ? Autres.FirstOrDefault(a => a.Debut >= debut || (a.Fin is { } fin && fin >= debut)) : null;

    public bool EstRespectee => Debut is { } debut && (DelibereeLe is not { } vote || debut >= vote) && Heurtee is null;

    public string Message =>
        Debut is not { } debut ? "Donnez le premier jour où la grille vaut."
        : DelibereeLe is { } vote && debut < vote ? $"La grille ne peut pas valoir avant d'être votée, le {EnClair.Date(vote)}."
        : $"La version {Heurtee!.Numero.ToString(Francais.Culture)} vaut {EnClair.Validite(Heurtee.Debut, Heurtee.Fin)} : choisissez un premier jour qui la suit.";
}

/// <summary>Toute valeur entre dans une tranche et une seule, lectures des cas limites faites.</summary>
/// <remarks>RG6.01, RG6.02 ; cas T12 et T13.</remarks>
public sealed record GrilleSansTrouNiRecouvrement(IReadOnlyList<DefautDeCouverture> Defauts) : IRegle
{
    private const int Nommes = 6;

    public string Code => "RG6.02";

    public string Fondement => "Convention d'accès, annexe 1";

    public string? Champ => "tranches";

    public bool EstRespectee => Defauts.Count == 0;

    public string Message =>
        string.Join(" ", Defauts.Take(Nommes).Select(d => d.Message))
        + (Defauts.Count > Nommes ? $" Et {EnClair.Compter(Defauts.Count - Nommes, "autre")}." : "")
        + " Corrigez les bornes, ou dites comment la valeur se lit.";
}

/// <summary>Chaque case a son montant, zéro compris.</summary>
/// <remarks>RG6.01, RG6.03 : « Gratuit » est un montant, une case vide n'en est pas un.</remarks>
public sealed record ToutesLesCasesChiffrees(IReadOnlyList<string> Manquantes) : IRegle
{
    public string Code => "RG6.03";

    public string Fondement => "Convention d'accès, annexe 1";

    public string? Champ => "cellules";

    public bool EstRespectee => Manquantes.Count == 0;

    public string Message =>
        $"{Manquantes.Count.ToString(Francais.Culture)} case{(Manquantes.Count > 1 ? "s n'ont" : " n'a")} pas de montant : écrivez zéro pour la gratuité.";
}

/// <summary>Une version ne s'arrête pas avant d'avoir commencé.</summary>
/// <remarks>RG6.01.</remarks>
public sealed record ClotureApresLeDebut(DateOnly? Debut, DateOnly DernierJour) : IRegle
{
    public string Code => "RG6.01";

    public string Fondement => "Délibération qui vote la grille";

    public bool EstRespectee => Debut is { } debut && DernierJour >= debut;

    public string Message => "La version qu'on remplace doit avoir valu au moins un jour : choisissez un début plus tardif.";
}
