using System.Security.Cryptography;
using System.Text;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une modification de la convention, que chaque membre approuve dans les mêmes termes (convention, art. 7).</summary>
/// <remarks>
/// RG1.34. Une approbation nomme le texte par son empreinte : celle d'un autre texte ne compte pas. Un refus suffit à l'écarter.
/// </remarks>
public sealed class AvenantDeConvention : Agregat
{
    public const int LongueurDeLObjet = 500;
    public const int LongueurDuTexte = 100_000;
    public const int LongueurDuMotif = 500;

    private AvenantDeConvention() { }

    public AvenantDeConventionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    /// <summary>Le numéro dans le groupement, à partir de 1.</summary>
    public int Numero { get; private init; }

    public string Objet { get; private set; } = "";

    public GenreDAvenant Genre { get; private init; }

    /// <summary>La collectivité qui entre, ou le nouveau coordonnateur, selon le genre.</summary>
    public CollectiviteId? Collectivite { get; private init; }

    /// <summary>Les stipulations avant l'avenant.</summary>
    public string TexteEnVigueur { get; private set; } = "";

    /// <summary>Les stipulations proposées.</summary>
    public string TexteNouveau { get; private set; } = "";

    /// <summary>La version du texte proposé, à partir de 1 ; les approbations portent sur une version.</summary>
    public int VersionDuTexte { get; private set; }

    /// <summary>L'empreinte SHA-256 du texte proposé, fins de ligne et blancs de bord réduits.</summary>
    public string Empreinte { get; private set; } = "";

    public EtatDAvenant Etat { get; private set; }

    public DateOnly? SoumisLe { get; private set; }

    /// <summary>Le jour où le texte proposé, dans sa version, a été porté aux membres ; nul avant.</summary>
    public DateOnly? TexteLe { get; private set; }

    public DateOnly? SigneLe { get; private set; }

    /// <summary>Le premier jour d'effet : la signature, qui suit la dernière délibération exécutoire ; plus tard si une consultation court.</summary>
    public DateOnly? EffetLe { get; private set; }

    public DateOnly? RejeteLe { get; private set; }

    public static AvenantDeConvention Preparer(
        GroupementId groupement,
        int numero,
        GenreDAvenant genre,
        string objet,
        string texteEnVigueur,
        string texteNouveau,
        CollectiviteId? collectivite
    )
    {
        Verdict
            .De(
                new TexteRenseigne("L'objet de l'avenant", objet.Trim(), LongueurDeLObjet, "objet"),
                new TexteRenseigne("Le texte proposé", Reduire(texteNouveau), LongueurDuTexte, "texte"),
                new TexteBorne("Le texte en vigueur", texteEnVigueur, LongueurDuTexte, "texte-en-vigueur"),
                QuiChangeLeTexte(texteEnVigueur, texteNouveau),
                new CollectiviteDeLAvenant(genre, collectivite)
            )
            .Exiger();
        var avenant = new AvenantDeConvention
        {
            Id = AvenantDeConventionId.Nouveau(),
            Groupement = groupement,
            Numero = numero,
            Genre = genre,
            Objet = objet.Trim(),
            Collectivite = collectivite,
            TexteEnVigueur = Reduire(texteEnVigueur),
        };
        avenant.Ecrire(texteNouveau);
        avenant.Signaler(new AvenantPrepare(numero, avenant.Objet));
        return avenant;
    }

    public Verdict PeutReviser() => Verdict.De(new AvenantEncoreOuvert(Etat));

    /// <summary>Le texte que les membres ont à approuver.</summary>
    public TexteSoumis Texte => new(Etat, Empreinte, TexteLe ?? SoumisLe);

    /// <summary>Change le texte proposé : les approbations de l'ancien ne comptent plus.</summary>
    public void Reviser(string texteNouveau, DateOnly jour)
    {
        PeutReviser()
            .Et(
                Verdict.De(
                    new TexteRenseigne("Le texte proposé", Reduire(texteNouveau), LongueurDuTexte, "texte"),
                    QuiChangeLeTexte(TexteEnVigueur, texteNouveau)
                )
            )
            .Exiger();
        if (EmpreinteDe(texteNouveau) != Empreinte)
        {
            Ecrire(texteNouveau);
            TexteLe = Etat is EtatDAvenant.Soumis ? jour : null;
            Signaler(new TexteDAvenantRevise(VersionDuTexte, Empreinte));
        }
    }

    public Verdict PeutSoumettre(int membres) =>
        Verdict.De(
            new AvenantEnPreparation(Etat),
            QuiChangeLeTexte(TexteEnVigueur, TexteNouveau),
            new DesMembresApprouvent(membres)
        );

    /// <summary>Soumet le texte aux membres ; chacun a désormais une approbation attendue.</summary>
    public void Soumettre(int membres, DateOnly jour)
    {
        PeutSoumettre(membres).Exiger();
        (Etat, SoumisLe, TexteLe) = (EtatDAvenant.Soumis, jour, jour);
        Signaler(new AvenantSoumis(Numero, membres, Empreinte));
    }

    /// <summary>Un membre a refusé : l'avenant est rejeté.</summary>
    public void Rejeter(string membre, DateOnly jour)
    {
        Verdict.De(new AvenantSoumisAuxMembres(Etat)).Exiger();
        (Etat, RejeteLe) = (EtatDAvenant.Rejete, jour);
        Signaler(new AvenantRejete(Numero, membre));
    }

    /// <param name="decompte">Ce que les membres ont répondu.</param>
    /// <param name="signeLe">Le jour de la signature, s'il est connu.</param>
    /// <param name="consultations">Les consultations lancées, là où la convention ferme l'adhésion tant qu'elles courent (RG1.21).</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="convention">L'entrée en vigueur de la convention ; nulle si elle n'est pas tenue dans l'application.</param>
    public Verdict PeutPrendreEffet(
        DecompteDAvenant decompte,
        DateOnly? signeLe,
        IReadOnlyList<ConsultationDuGroupement> consultations,
        DateOnly aujourdhui,
        EntreeEnVigueur? convention = null
    ) =>
        Verdict.De(
            new AvenantSoumisAuxMembres(Etat),
            new AccordsRequis(decompte.Executoires, decompte.Requis, decompte.AutreTexte, decompte.AConstater),
            new AvenantSigne(signeLe),
            new ActePasAVenir("La signature de l'avenant", signeLe, aujourdhui, "signe"),
            new SignatureApresLeTexte(signeLe, Texte.Le),
            new SignatureApresLesAccords(signeLe, decompte.AcquisLe),
            new AvenantAUneConventionEnVigueur(signeLe, convention),
            Verrou(EffetSiSigne(signeLe ?? aujourdhui, consultations) ?? signeLe ?? aujourdhui, consultations)
        );

    /// <summary>Le jour où l'avenant signé ce jour prendrait effet : celui d'une adhésion attend le lendemain du terme de la consultation.</summary>
    /// <returns>Nul si une consultation court sans terme connu.</returns>
    public DateOnly? EffetSiSigne(DateOnly signeLe, IReadOnlyList<ConsultationDuGroupement> consultations) =>
        Verrou(signeLe, consultations).PremierJourLibre;

    /// <summary>Constate l'effet : accords requis réunis et exécutoires, avenant signé ensuite, aucune consultation si une collectivité entre.</summary>
    /// <inheritdoc cref="PeutPrendreEffet"/>
    public void PrendreEffet(
        DecompteDAvenant decompte,
        DateOnly? signeLe,
        IReadOnlyList<ConsultationDuGroupement> consultations,
        DateOnly aujourdhui,
        EntreeEnVigueur? convention = null
    )
    {
        PeutPrendreEffet(decompte, signeLe, consultations, aujourdhui, convention).Exiger();
        (Etat, SigneLe, EffetLe) = (EtatDAvenant.EnVigueur, signeLe, EffetSiSigne(signeLe!.Value, consultations));
        Signaler(new AvenantEnVigueur(Numero, signeLe.Value, EffetLe!.Value));
    }

    private AucuneAdhesionPendantUneConsultation Verrou(DateOnly jour, IReadOnlyList<ConsultationDuGroupement> consultations) =>
        new(jour, Genre is GenreDAvenant.Adhesion ? consultations : []);

    /// <summary>L'empreinte d'un texte : deux copies qui ne diffèrent que par les fins de ligne ou les blancs de bord ont la même.</summary>
    public static string EmpreinteDe(string texte) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Reduire(texte))));

    private static AvenantQuiChangeLeTexte QuiChangeLeTexte(string enVigueur, string propose) =>
        new(Reduire(enVigueur) is { Length: > 0 } actuel && actuel == Reduire(propose));

    private void Ecrire(string texte) =>
        (TexteNouveau, Empreinte, VersionDuTexte) = (Reduire(texte), EmpreinteDe(texte), VersionDuTexte + 1);

    private static string Reduire(string texte) =>
        string.Join('\n', texte.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim();
}

/// <summary>Le texte d'un avenant que les membres ont à approuver.</summary>
/// <param name="Etat">Où en est l'avenant.</param>
/// <param name="Empreinte">L'empreinte du texte.</param>
/// <param name="Le">Le jour où cette version leur a été soumise ; nul avant.</param>
public sealed record TexteSoumis(EtatDAvenant Etat, string Empreinte, DateOnly? Le);

/// <summary>Ce qu'un avenant change.</summary>
public enum GenreDAvenant
{
    Modification,

    /// <summary>Une collectivité entre (RG1.20).</summary>
    Adhesion,

    /// <summary>Un autre membre coordonne (RG1.33).</summary>
    Coordonnateur,

    /// <summary>Les membres décident la dissolution (RG1.34).</summary>
    Dissolution,
}

public enum EtatDAvenant
{
    EnPreparation,
    Soumis,
    EnVigueur,
    Rejete,
}

/// <summary>Ce que les membres ont répondu à un avenant.</summary>
/// <param name="Membres">Combien sont consultés.</param>
/// <param name="Comptees">Les approbations du texte proposé.</param>
/// <param name="AutreTexte">Celles d'un autre texte, qui ne comptent pas.</param>
/// <param name="Executoires">Celles, comptées, dont la délibération est exécutoire.</param>
/// <param name="Requis">Combien il en faut.</param>
/// <param name="AcquisLe">Le jour de la dernière délibération exécutoire requise ; nul tant qu'il en manque.</param>
public sealed record DecompteDAvenant(int Membres, int Comptees, int AutreTexte, int Executoires, int Requis, DateOnly? AcquisLe)
{
    /// <summary>Les approbations de ce texte dont la délibération le précède : elles attendent le constat de l'agent.</summary>
    public int AConstater { get; init; }

    /// <param name="membres">Combien de membres sont consultés.</param>
    /// <param name="executoires">Pour chaque approbation comptée, le jour où sa délibération est exécutoire.</param>
    /// <param name="autreTexte">Les approbations d'un autre texte.</param>
    /// <param name="unanime">Chaque membre doit approuver ; sinon la majorité suffit.</param>
    public static DecompteDAvenant De(int membres, IReadOnlyCollection<DateOnly?> executoires, int autreTexte, bool unanime)
    {
        var requis = unanime ? membres : (membres / 2) + 1;
        var dates = executoires.OfType<DateOnly>().Order().ToList();
        return new DecompteDAvenant(
            membres,
            executoires.Count,
            autreTexte,
            dates.Count,
            requis,
            requis > 0 && dates.Count >= requis ? dates[requis - 1] : null
        );
    }
}

public static class LibellesDAvenant
{
    /// <summary>Vrai si l'avenant nomme une collectivité : celle qui entre, ou le nouveau coordonnateur.</summary>
    public static bool NommeUneCollectivite(this GenreDAvenant genre) =>
        genre is GenreDAvenant.Adhesion or GenreDAvenant.Coordonnateur;

    public static string Libelle(this GenreDAvenant genre) =>
        genre switch
        {
            GenreDAvenant.Modification => "Modification de la convention",
            GenreDAvenant.Adhesion => "Adhésion d'une collectivité",
            GenreDAvenant.Coordonnateur => "Changement de coordonnateur",
            GenreDAvenant.Dissolution => "Dissolution du groupement",
        };

    public static string Libelle(this EtatDAvenant etat) =>
        etat switch
        {
            EtatDAvenant.EnPreparation => "En préparation",
            EtatDAvenant.Soumis => "Soumis aux membres",
            EtatDAvenant.EnVigueur => "En vigueur",
            EtatDAvenant.Rejete => "Rejeté",
        };

    public static string Libelle(this SensDApprobation sens) =>
        sens switch
        {
            SensDApprobation.Attendu => "Attendue",
            SensDApprobation.Approuve => "Approuvé",
            SensDApprobation.Refuse => "Refusé",
        };
}
