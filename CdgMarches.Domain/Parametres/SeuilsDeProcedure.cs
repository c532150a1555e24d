using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres.Regles;

namespace CdgMarches.Domain.Parametres;

/// <summary>Les seuils en vigueur à une date, et la procédure à laquelle une valeur estimée conduit.</summary>
/// <remarks>
/// RG3.01. On compare la valeur estimée du besoin hors taxes à la date d'envoi de l'avis ou, à défaut, du lancement de la
/// consultation (CCP, art. R2121-3). À égalité avec un seuil, le régime le plus strict s'applique.
/// </remarks>
public sealed class SeuilsDeProcedure(IEnumerable<ValeurDatee> valeurs)
{
    private readonly ValeursDatees _valeurs = new(valeurs);

    /// <summary>Le seuil en vigueur ce jour-là ; nul si l'application ne le connaît pas.</summary>
    public MontantHt? Seuil(string code, DateOnly jour) =>
        _valeurs.EnVigueur(code, jour)?.Nombre is { } euros ? MontantHt.DEuros(euros) : null;

    /// <summary>Dit si les seuils dont dépend la procédure sont connus à la date de lancement.</summary>
    public Verdict PeutProposer(NatureDAchat nature, DateOnly lancement) =>
        Verdict.De(
            Connus(lancement, CodesDeSeuil.Formalisee(nature), CodesDeSeuil.AvisBoampOuJal, CodesDeSeuil.Dispense(nature))
        );

    /// <summary>La procédure à laquelle conduit cette valeur pour une consultation lancée ce jour-là.</summary>
    /// <exception cref="RegleMetierException">Un seuil n'est pas connu à cette date : l'application ne devine pas (RG3.02).</exception>
    /// <exception cref="ArgumentOutOfRangeException">La valeur est négative.</exception>
    public ProcedureProposee Proposer(NatureDAchat nature, MontantHt valeur, DateOnly lancement)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(valeur, MontantHt.Zero);
        PeutProposer(nature, lancement).Exiger();

        var formalisee = Comparer(CodesDeSeuil.Formalisee(nature), valeur, lancement);
        var avis = Comparer(CodesDeSeuil.AvisBoampOuJal, valeur, lancement);
        var dispense = Comparer(CodesDeSeuil.Dispense(nature), valeur, lancement);

        // En travaux la dispense (100 000 €) dépasse le seuil de l'avis (90 000 €) : ce qui est dispensé n'appelle aucun avis.
        return (formalisee.Atteint, dispense.Atteint, avis.Atteint) switch
        {
            (true, _, _) => new(ProcedureApplicable.Formalisee, nature, valeur, lancement, [formalisee, avis, dispense]),
            (_, false, _) => new(ProcedureApplicable.DispensePossible, nature, valeur, lancement, [dispense]),
            (_, _, true) => new(ProcedureApplicable.AdapteeAvecAvis, nature, valeur, lancement, [formalisee, avis, dispense]),
            _ => new(ProcedureApplicable.AdapteePubliciteLibre, nature, valeur, lancement, [formalisee, avis, dispense]),
        };
    }

    /// <summary>Dit si le total de la procédure appelle la transmission au contrôle de légalité.</summary>
    /// <remarks>
    /// RG3.10. Le total de tous les lots, au maximum pour un accord-cadre. Aucun texte ne dit à quelle date s'apprécie le
    /// seuil : lecture prudente, le plus bas des seuils au lancement et à la signature.
    /// </remarks>
    /// <param name="total">Le montant hors taxes de la procédure entière.</param>
    /// <param name="lancement">Le jour du lancement.</param>
    /// <param name="signature">Le jour de la signature ; nul tant que rien n'est signé.</param>
    /// <exception cref="RegleMetierException">Un seuil n'est pas connu à l'une des dates.</exception>
    public TransmissionProposee ProposerTransmission(MontantHt total, DateOnly lancement, DateOnly? signature)
    {
        const string code = CodesDeSeuil.FormaliseeFournituresServices;
        var seconde = signature ?? lancement;
        Verdict.De(Connus(lancement, code), Connus(seconde, code)).Exiger();

        var auLancement = Seuil(code, lancement)!.Value;
        var aLaSignature = Seuil(code, seconde)!.Value;
        var seuil = auLancement <= aLaSignature ? auLancement : aLaSignature;
        return new TransmissionProposee(total >= seuil, total, seuil);
    }

    /// <summary>La règle des petits lots qu'une procédure formalisée peut passer en procédure adaptée.</summary>
    /// <param name="nature">La nature des lots.</param>
    /// <param name="lots">La valeur estimée de chaque lot de la procédure.</param>
    /// <param name="choisis">Le rang, depuis zéro, des lots que l'on voudrait passer en procédure adaptée.</param>
    /// <param name="lancement">Le jour du lancement.</param>
    /// <exception cref="RegleMetierException">Un plafond n'est pas connu à cette date.</exception>
    public PetitsLotsDansLeursPlafonds PetitsLots(
        NatureDAchat nature,
        IReadOnlyList<MontantHt> lots,
        IReadOnlyCollection<int> choisis,
        DateOnly lancement
    )
    {
        Verdict.De(Connus(lancement, CodesDeSeuil.PetitLot(nature), CodesDeSeuil.PartDesPetitsLots)).Exiger();
        return new PetitsLotsDansLeursPlafonds(
            [.. choisis.Distinct().Select(i => lots[i])],
            MontantHt.Somme(lots),
            Seuil(CodesDeSeuil.PetitLot(nature), lancement)!.Value,
            _valeurs.EnVigueur(CodesDeSeuil.PartDesPetitsLots, lancement)!.Nombre!.Value
        );
    }

    private SeuilsConnusALaDate Connus(DateOnly jour, params ReadOnlySpan<string> codes)
    {
        List<string> manquants = [];
        foreach (var code in codes)
        {
            if (_valeurs.EnVigueur(code, jour)?.Nombre is null)
            {
                manquants.Add(code);
            }
        }

        return new SeuilsConnusALaDate(jour, manquants);
    }

    private SeuilCompare Comparer(string code, MontantHt valeur, DateOnly jour)
    {
        var enVigueur = _valeurs.EnVigueur(code, jour)!;
        var seuil = MontantHt.DEuros(enVigueur.Nombre!.Value);
        return new SeuilCompare(code, seuil, enVigueur.Debut, enVigueur.Fin, enVigueur.Source, valeur >= seuil);
    }
}
