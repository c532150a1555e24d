namespace CdgMarches.Domain.Recensements;

/// <summary>Ce qu'un membre répond à une ligne de catalogue. Une ligne où rien n'a été tapé n'existe pas.</summary>
/// <remarks>
/// Entité à part, non possédée par la réponse : deux personnes saisissent deux cellules sans se gêner, et chaque cellule
/// s'enregistre par une mise à jour d'une ligne (<c>SaisirCellules</c>).
/// </remarks>
public sealed class LigneDeReponse
{
    public const int LongueurImputation = 60;
    public const int LongueurCommentaire = 1000;
    public const int LongueurJustification = 500;
    public const int LongueurAuteur = 200;

    private LigneDeReponse() { }

    public LigneDeReponse(ReponseId reponse, int ligne, DateTimeOffset modifieLe, string modifiePar)
    {
        Reponse = reponse;
        Ligne = ligne;
        ModifieLe = modifieLe;
        ModifiePar = modifiePar.Length > LongueurAuteur ? modifiePar[..LongueurAuteur] : modifiePar;
    }

    public ReponseId Reponse { get; private init; }

    /// <summary>Le <see cref="LigneDeCatalogue.Numero"/> dans la campagne de la réponse.</summary>
    public int Ligne { get; private init; }

    public long? MinimumMilliemes { get; private set; }

    public long? EstimeMilliemes { get; private set; }

    public long? MaximumMilliemes { get; private set; }

    public long? MontantHtCentimes { get; private set; }

    public DateOnly? FinDeContrat { get; private set; }

    public string? Imputation { get; private set; }

    public string? Commentaire { get; private set; }

    public string? Justification { get; private set; }

    public DateTimeOffset ModifieLe { get; private set; }

    public string ModifiePar { get; private set; } = "";

    /// <summary>La valeur d'un champ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Ce n'est pas un champ seul.</exception>
    public ValeurDeCellule Valeur(ChampDeReponse champ) =>
        champ switch
        {
            ChampDeReponse.Minimum => ValeurDeCellule.DeNombre(MinimumMilliemes),
            ChampDeReponse.Estime => ValeurDeCellule.DeNombre(EstimeMilliemes),
            ChampDeReponse.Maximum => ValeurDeCellule.DeNombre(MaximumMilliemes),
            ChampDeReponse.MontantHt => ValeurDeCellule.DeNombre(MontantHtCentimes),
            ChampDeReponse.FinDeContrat => ValeurDeCellule.DeJour(FinDeContrat),
            ChampDeReponse.Imputation => ValeurDeCellule.DeTexte(Imputation),
            ChampDeReponse.Commentaire => ValeurDeCellule.DeTexte(Commentaire),
            ChampDeReponse.Justification => ValeurDeCellule.DeTexte(Justification),
            _ => throw new ArgumentOutOfRangeException(nameof(champ), champ, "Ce n'est pas un champ seul."),
        };

    /// <summary>Pose une valeur sur une ligne neuve ; sur une ligne enregistrée, la saisie passe par une mise à jour gardée.</summary>
    public LigneDeReponse Poser(ChampDeReponse champ, ValeurDeCellule valeur)
    {
        _ = champ switch
        {
            ChampDeReponse.Minimum => MinimumMilliemes = valeur.Nombre,
            ChampDeReponse.Estime => EstimeMilliemes = valeur.Nombre,
            ChampDeReponse.Maximum => MaximumMilliemes = valeur.Nombre,
            ChampDeReponse.MontantHt => MontantHtCentimes = valeur.Nombre,
            ChampDeReponse.FinDeContrat => (object?)(FinDeContrat = valeur.Jour),
            ChampDeReponse.Imputation => Imputation = valeur.Texte,
            ChampDeReponse.Commentaire => Commentaire = valeur.Texte,
            ChampDeReponse.Justification => Justification = valeur.Texte,
            _ => throw new ArgumentOutOfRangeException(nameof(champ), champ, "Ce n'est pas un champ seul."),
        };
        return this;
    }

    /// <summary>Prend les valeurs d'une autre ligne (N-1 repris d'office).</summary>
    public void Recopier(LigneDeReponse autre, DateTimeOffset instant, string par)
    {
        foreach (var champ in ChampsDeReponse.Tous)
        {
            Poser(champ, autre.Valeur(champ));
        }

        (ModifieLe, ModifiePar) = (instant, par.Length > LongueurAuteur ? par[..LongueurAuteur] : par);
    }

    /// <summary>Le besoin de deux membres réunis : les nombres s'ajoutent, les textes et la date sont ceux du premier qui les a dits.</summary>
    public LigneDeReponse Ajouter(LigneDeReponse autre)
    {
        var somme = new LigneDeReponse(Reponse, Ligne, ModifieLe, ModifiePar);
        foreach (var champ in ChampsDeReponse.Tous)
        {
            var (a, b) = (Valeur(champ), autre.Valeur(champ));
            somme.Poser(
                champ,
                a.EstVide ? b
                    : b.EstVide || a.Nombre is null ? a
                    : ValeurDeCellule.DeNombre(checked(a.Nombre + b.Nombre))
            );
        }

        return somme;
    }

    /// <summary>Vrai si la ligne dit un besoin, fût-il de zéro.</summary>
    public bool DitUnBesoin =>
        MinimumMilliemes is not null
        || EstimeMilliemes is not null
        || MaximumMilliemes is not null
        || MontantHtCentimes is not null;
}
