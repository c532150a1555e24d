using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <content>Ce qu'une version devient : adoptée, remplacée, arrêtée, ou retirée tant qu'elle n'a rien produit.</content>
public sealed partial class Grille
{
    /// <param name="deliberation">La délibération qui la vote.</param>
    /// <param name="delibereeLe">Sa date.</param>
    /// <param name="debut">Le premier jour où elle vaut.</param>
    /// <param name="autres">Les validités des autres versions adoptées de la lignée.</param>
    /// <param name="voisines">Les grilles adoptées d'autres lignées, du même type et de la même portée.</param>
    /// <param name="jour">Le jour où l'on adopte : un vote à venir n'en est pas un.</param>
    public Verdict PeutAdopter(
        string? deliberation,
        DateOnly? delibereeLe,
        DateOnly? debut,
        IReadOnlyList<ValiditeDeVersion> autres,
        IReadOnlyList<GrilleVoisine>? voisines = null,
        DateOnly? jour = null
    )
    {
        var definition = Definition();
        return PeutModifier()
            .Et(
                Verdict.De(
                    new DeliberationDeLaGrille(deliberation, delibereeLe, LongueurDuTexte),
                    new DeliberationDejaVotee(delibereeLe, jour),
                    new ValiditeDeGrille(debut, delibereeLe, autres),
                    new SeuleGrilleDeSonType(Type.Code, debut, voisines ?? []),
                    new GrilleSansTrouNiRecouvrement(definition.Defauts()),
                    new ToutesLesCasesChiffrees([
                        .. definition.ToutesLesCoordonnees().Except(_cellules.Select(c => c.Coordonnees)),
                    ])
                )
            );
    }

    /// <summary>La grille est votée ; la version qu'elle remplace s'arrête la veille (<see cref="Clore"/>, par l'appelant).</summary>
    /// <inheritdoc cref="PeutAdopter"/>
    public void Adopter(
        string? deliberation,
        DateOnly? delibereeLe,
        DateOnly? debut,
        IReadOnlyList<ValiditeDeVersion> autres,
        IReadOnlyList<GrilleVoisine>? voisines = null,
        DateOnly? jour = null
    )
    {
        PeutAdopter(deliberation, delibereeLe, debut, autres, voisines, jour).Exiger();
        (Deliberation, DelibereeLe, Debut, Etat) = (deliberation!.Trim(), delibereeLe, debut, EtatDeGrille.Adoptee);
        ProchainExercice = debut!.Value.Year;
        Signaler(new GrilleAdoptee(Intitule, Numero, Deliberation, debut.Value));
    }

    /// <summary>Dit quel exercice s'appelle ensuite : à l'adoption, puis à chaque émission ; on ne revient pas en arrière.</summary>
    public void Attendre(int exercice)
    {
        if (exercice > ProchainExercice)
        {
            ProchainExercice = exercice;
            Signaler(new ExerciceAttendu(exercice));
        }
    }

    /// <summary>Arrête la version au jour qui précède celle qui la remplace.</summary>
    public void Clore(DateOnly dernierJour)
    {
        Verdict.De(new ClotureApresLeDebut(Debut, dernierJour)).Exiger();
        Fin = dernierJour;
        Signaler(new GrilleClose(Intitule, Numero, dernierJour));
    }

    /// <param name="dernierJour">Le dernier jour où la grille vaut, inclus.</param>
    /// <param name="deliberation">La délibération qui y met fin.</param>
    /// <param name="delibereeLe">Sa date.</param>
    /// <param name="jour">Le jour où l'on agit.</param>
    /// <param name="dernierAppele">Le dernier exercice appelé avec cette grille ; nul si aucun.</param>
    public Verdict PeutMettreFin(
        DateOnly? dernierJour,
        string? deliberation,
        DateOnly? delibereeLe,
        DateOnly jour,
        int? dernierAppele
    ) =>
        PeutSArreter()
            .Et(
                Verdict.De(
                    new DeliberationQuiMetFin(deliberation, delibereeLe, LongueurDuTexte),
                    new DeliberationDejaVotee(delibereeLe, jour),
                    new DernierJourDeGrille(Debut, dernierJour, dernierAppele)
                )
            );

    /// <summary>Met fin à la grille sans la remplacer : plus aucun exercice ne s'appelle après ce jour.</summary>
    /// <inheritdoc cref="PeutMettreFin"/>
    public void MettreFin(DateOnly? dernierJour, string? deliberation, DateOnly? delibereeLe, DateOnly jour, int? dernierAppele)
    {
        PeutMettreFin(dernierJour, deliberation, delibereeLe, jour, dernierAppele).Exiger();
        Fin = dernierJour;
        Signaler(new GrilleArretee(Intitule, Numero, dernierJour!.Value, deliberation!.Trim(), delibereeLe!.Value));
    }

    /// <summary>Vrai quand la version est en vigueur sans dernier jour : seule celle-là s'arrête ou se désadopte.</summary>
    public Verdict PeutSArreter() => Verdict.De(new GrilleSansDernierJour(Etat, Fin));

    public Verdict PeutAnnulerLAdoption(EffetsDeGrille effets) => PeutSArreter().Et(Verdict.De(new AdoptionSansEffet(effets)));

    /// <summary>Une grille adoptée par erreur, qui n'a encore rien produit, redevient un brouillon.</summary>
    public void AnnulerLAdoption(EffetsDeGrille effets, string? motif)
    {
        PeutAnnulerLAdoption(effets)
            .Et(Verdict.De(new MotifDeGrille("Le motif de l'annulation", motif, LectureDeCasLimite.LongueurDuMotif)))
            .Exiger();
        (Deliberation, DelibereeLe, Debut, ProchainExercice) = (null, null, null, null);
        Etat = EtatDeGrille.Brouillon;
        Signaler(new AdoptionAnnulee(Intitule, Numero, motif!.Trim()));
    }

    /// <summary>La version reprend son cours : celle qui devait la remplacer n'est plus adoptée.</summary>
    public void Reprendre()
    {
        Fin = null;
        Signaler(new GrilleReprise(Intitule, Numero));
    }

    public Verdict PeutSupprimer() => Verdict.De(new BrouillonASupprimer(Etat));

    /// <summary>Dit que le brouillon disparaît ; l'appelant le retire de la base dans la même transaction.</summary>
    public void Supprimer()
    {
        PeutSupprimer().Exiger();
        Signaler(new BrouillonDeGrilleSupprime(Intitule, Numero));
    }
}

/// <summary>Une grille adoptée d'une autre lignée, du même type et de la même portée.</summary>
public sealed record GrilleVoisine(string Intitule, int Numero, DateOnly Debut, DateOnly? Fin);

/// <summary>Ce qu'une version adoptée a déjà produit.</summary>
/// <param name="Dettes">Les dettes calculées avec elle.</param>
/// <param name="Campagnes">Les campagnes ouvertes sur sa lignée pour un exercice où elle vaut.</param>
/// <param name="Actes">Les actes à qui elle est applicable par avenant ou notification.</param>
public sealed record EffetsDeGrille(int Dettes, int Campagnes, int Actes);
