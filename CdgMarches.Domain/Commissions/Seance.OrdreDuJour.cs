using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <content>L'ordre du jour, les invités, les documents.</content>
public sealed partial class Seance
{
    public Verdict PeutChangerOrdreDuJour() => Verdict.De(new SeancePasCommencee(Etat));

    public static Verdict PeutAvoir(DefinitionDePoint definition) =>
        Verdict.De(
            new TitreDePointRenseigne(definition.Titre),
            new AvenantDesigne(definition.Nature is NatureDuPoint.AvisSurAvenant, definition.Avenant)
        );

    /// <summary>Ajoute un point ; sur une seconde convocation, il lui faut le quorum ordinaire (RG2.24 b).</summary>
    /// <returns>Le numéro du point.</returns>
    public int AjouterPoint(DefinitionDePoint definition)
    {
        PeutChangerOrdreDuJour().Et(PeutAvoir(definition)).Exiger();
        var numero = _points.Count == 0 ? 1 : _points.Max(p => p.Numero) + 1;
        _points.Add(new PointDOrdreDuJour(numero, definition, SurSecondeConvocation));
        Noter($"Point ajouté : {definition.Titre}.");
        Signaler(new OrdreDuJourModifie($"point {numero.ToString(Francais.Culture)} ajouté, {definition.Titre}."));
        return numero;
    }

    public void ModifierPoint(int numero, DefinitionDePoint definition)
    {
        PeutChangerOrdreDuJour().Et(PeutAvoir(definition)).Exiger();
        var point = Point(numero);
        var avant = point.Titre;
        point.Definir(definition);
        if (avant != definition.Titre)
        {
            Noter($"Point {numero.ToString(Francais.Culture)} : « {avant} » devient « {definition.Titre} ».");
        }

        Signaler(new OrdreDuJourModifie($"point {numero.ToString(Francais.Culture)} modifié, {definition.Titre}."));
    }

    public void RetirerPoint(int numero)
    {
        PeutChangerOrdreDuJour().Exiger();
        var point = Point(numero);
        _points.Remove(point);
        _offres.RemoveAll(o => o.Point == numero);
        _documents.RemoveAll(d => d.Point == numero);
        _deports.RemoveAll(d => d.Point == numero);
        Noter($"Point retiré : {point.Titre}.");
        Signaler(new OrdreDuJourModifie($"point {numero.ToString(Francais.Culture)} retiré, {point.Titre}."));
    }

    public PointDOrdreDuJour Point(int numero) =>
        _points.Find(p => p.Numero == numero) ?? throw new RegleMetierException([new PointALOrdreDuJour(numero)]);

    public void Joindre(int point, Guid piece, string nom, string sha256)
    {
        Verdict.De(new SeancePasClose(Etat)).Exiger();
        _ = Point(point);
        if (!_documents.Exists(d => d.Point == point && d.Piece == piece))
        {
            _documents.Add(new DocumentDePoint(point, piece, nom, sha256));
            Signaler(new OrdreDuJourModifie($"document joint au point {point.ToString(Francais.Culture)}, {nom}."));
        }
    }

    public void RetirerDocument(int point, Guid piece)
    {
        PeutChangerOrdreDuJour().Exiger();
        if (_documents.Find(d => d.Point == point && d.Piece == piece) is { } document)
        {
            _documents.Remove(document);
            Signaler(new OrdreDuJourModifie($"document retiré du point {point.ToString(Francais.Culture)}, {document.Nom}."));
        }
    }

    public void Inviter(Consultatif personne)
    {
        Verdict.De(new SeancePasCommencee(Etat)).Exiger();
        if (!_invites.Exists(i => i.Personne == personne.Id))
        {
            _invites.Add(new InviteDeSeance(personne));
            Signaler(new InvitationsChangees($"{personne.Nom} ({personne.Role.Libelle()}) invité avec voix consultative."));
        }
    }

    public void NePlusInviter(Guid personne)
    {
        Verdict.De(new SeancePasCommencee(Etat)).Exiger();
        if (_invites.Find(i => i.Personne == personne) is { } invite)
        {
            _invites.Remove(invite);
            Signaler(new InvitationsChangees($"{invite.Nom} n'est plus invité."));
        }
    }

    /// <summary>Remplace les offres examinées à un point.</summary>
    public void FixerOffres(int point, IReadOnlyList<OffreExaminee> offres)
    {
        Verdict
            .De(new SeancePasClose(Etat), new PointEncoreADecider(Point(point).Issue), new OffresBienClassees(offres))
            .Exiger();
        _offres.RemoveAll(o => o.Point == point);
        _offres.AddRange(
            offres.Select(
                (o, i) => new OffreExaminee(point, i + 1, o.Candidat, o.Note, o.Rang, o.MontantCentimes, o.MotifDeRejet)
            )
        );
        Signaler(new PointRenseigne(point));
    }
}
