using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Tout ce que le classeur de consolidation montre, lu en une fois et tenu dans des tableaux.</summary>
/// <param name="Campagne">La campagne.</param>
/// <param name="Gel">La version gelée ; null pour l'état présent, provisoire.</param>
/// <param name="Lots">Les lots, dans l'ordre des prestations.</param>
/// <param name="Membres">Les membres interrogés, par ordre alphabétique.</param>
/// <param name="Prestations">Les prestations, dans leur ordre.</param>
/// <param name="Decisions">Les membres silencieux décidés d'office.</param>
public sealed record DonneesDeConsolidation(
    EnTeteDeCampagne Campagne,
    GelDeConsolidation? Gel,
    IReadOnlyList<LotDeConsolidation> Lots,
    IReadOnlyList<MembreDeConsolidation> Membres,
    IReadOnlyList<PrestationDeConsolidation> Prestations,
    IReadOnlyList<DecisionDeConsolidation> Decisions
);

public sealed record GelDeConsolidation(int Numero, DateTimeOffset Le, string Par, string NonDecides, int NombreDeNonDecides);

public sealed record PrestationDeConsolidation(PrestationId Id, string Code, string Libelle);

/// <param name="Nom">Le nom sous lequel le DCE le cite.</param>
/// <param name="Siret">Quatorze chiffres ; null si le référentiel ne l'a pas.</param>
/// <param name="Adresse">La première ligne de l'adresse du siège.</param>
/// <param name="CodePostal">Le code postal du siège.</param>
/// <param name="Ville">La ville du siège.</param>
/// <param name="Etats">L'état de sa réponse, par prestation.</param>
public sealed record MembreDeConsolidation(
    string Nom,
    string? Siret,
    string? Adresse,
    string? CodePostal,
    string? Ville,
    IReadOnlyDictionary<PrestationId, EtatDeReponse> Etats
);

public sealed record DecisionDeConsolidation(
    string Membre,
    string? Siret,
    string Prestation,
    EtatDeReponse Decision,
    string? Motif,
    string? Par,
    DateTimeOffset? Le
);

/// <summary>Une ligne de catalogue dans le classeur.</summary>
public sealed record LigneDeLot(
    int Numero,
    string Designation,
    string Unite,
    decimal? PrixUnitaireEstime,
    ChampDeReponse Demandes
);

/// <summary>Un lot : ses lignes en colonnes, ses membres en lignes, et les valeurs de chacun.</summary>
public sealed class LotDeConsolidation
{
    private readonly long?[] _valeurs;
    private readonly Dictionary<(int Ligne, ChampDeReponse Champ), int> _rangs = [];

    /// <param name="nom">Le nom de la feuille.</param>
    /// <param name="prestation">La prestation dont les membres sont ceux du lot.</param>
    /// <param name="lignes">Les lignes, dans l'ordre du catalogue.</param>
    /// <param name="membres">Les membres, dans l'ordre.</param>
    public LotDeConsolidation(
        string nom,
        PrestationDeConsolidation prestation,
        IReadOnlyList<LigneDeLot> lignes,
        IReadOnlyList<MembreDeLot> membres
    )
    {
        (Nom, Prestation, Lignes, Membres) = (nom, prestation, lignes, membres);
        Colonnes =
        [
            .. from ligne in lignes
            from champ in ChampsDeReponse.Tous
            where champ.EstNombre() && ligne.Demandes.Accepte(champ)
            select (ligne, champ),
        ];
        for (var i = 0; i < Colonnes.Count; i++)
        {
            _rangs[(Colonnes[i].Ligne.Numero, Colonnes[i].Champ)] = i;
        }

        _valeurs = new long?[membres.Count * Colonnes.Count];
        Retenues = new long[lignes.Count];
        Besoins = new int[lignes.Count];
    }

    public string Nom { get; }

    public PrestationDeConsolidation Prestation { get; }

    public IReadOnlyList<LigneDeLot> Lignes { get; }

    public IReadOnlyList<MembreDeLot> Membres { get; }

    /// <summary>Une colonne par nombre demandé à une ligne.</summary>
    public IReadOnlyList<(LigneDeLot Ligne, ChampDeReponse Champ)> Colonnes { get; }

    /// <summary>Par ligne : Σ du maximum, à défaut de l'estimé, à défaut du minimum. Ce qui vaut pour les seuils.</summary>
    public long[] Retenues { get; }

    /// <summary>Par ligne : le nombre de membres qui y disent un besoin.</summary>
    public int[] Besoins { get; }

    public long? this[int membre, int colonne] => _valeurs[(membre * Colonnes.Count) + colonne];

    /// <summary>Le rang de la colonne d'un champ, ou null si la ligne ne le demande pas.</summary>
    public int? Rang(int ligne, ChampDeReponse champ) => _rangs.TryGetValue((ligne, champ), out var rang) ? rang : null;

    public long Somme(int colonne)
    {
        long somme = 0;
        for (var membre = 0; membre < Membres.Count; membre++)
        {
            somme = checked(somme + (this[membre, colonne] ?? 0));
        }

        return somme;
    }

    /// <summary>Pose les valeurs d'un membre sur une ligne.</summary>
    public void Poser(int membre, int rangDeLigne, long? minimum, long? estime, long? maximum, long? montant)
    {
        var ligne = Lignes[rangDeLigne].Numero;
        PoserUne(membre, ligne, ChampDeReponse.Minimum, minimum);
        PoserUne(membre, ligne, ChampDeReponse.Estime, estime);
        PoserUne(membre, ligne, ChampDeReponse.Maximum, maximum);
        PoserUne(membre, ligne, ChampDeReponse.MontantHt, montant);
        Retenues[rangDeLigne] = checked(Retenues[rangDeLigne] + (maximum ?? estime ?? minimum ?? 0));
        if (minimum is not null || estime is not null || maximum is not null || montant is not null)
        {
            Besoins[rangDeLigne]++;
        }
    }

    private void PoserUne(int membre, int ligne, ChampDeReponse champ, long? valeur)
    {
        if (valeur is not null && Rang(ligne, champ) is { } rang)
        {
            _valeurs[(membre * Colonnes.Count) + rang] = valeur;
        }
    }
}

/// <summary>Un membre dans un lot, avec l'état de sa réponse.</summary>
public sealed record MembreDeLot(string Nom, string? Siret, EtatDeReponse Etat);
